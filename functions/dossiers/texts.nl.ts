import { NAMES } from "../domain/names.ts";
import { type Instant, showDate } from "../domain/calendar.ts";
import type { ClosingOutcome } from "../domain/dossier.ts";
import { midSentence } from "../domain/texts.nl.ts";
import { type Actor, sideOf } from "../domain/people.ts";
import type { MailText } from "../domain/texts.ts";
import type { MailWithReason } from "../mail/mail-with-reason.ts";

const reasonIs = "Dit is de reden:";

const withdrawn = (organisation: string, by: Actor): MailWithReason => ({
  subject: by.role === "led-team" ? `Het ${NAMES.desk} trok je aanvraag in` : "Je aanvraag is ingetrokken",
  paragraphs: [
    {
      consumer: `${by.name} trok de aanvraag van ${organisation} voor toegang tot de LED in.`,
      team: `Het ${NAMES.desk} trok de aanvraag van ${organisation} voor toegang tot de LED in. Klopt dat niet? Antwoord dan op deze mail.`,
      nobody: `De aanvraag van ${organisation} voor toegang tot de LED is ingetrokken.`,
    }[sideInWords(by)],
  ],
  reasonIs,
});

const sideInWords = ({ role }: Actor): "consumer" | "team" | "nobody" => {
  if (role === "system") return "nobody";
  return sideOf(role) === "consumer" ? "consumer" : "team";
};

const closed = (organisation: string): MailWithReason => ({
  subject: "Je dossier is afgesloten",
  paragraphs: [`Het dossier van ${organisation} voor toegang tot de LED is afgesloten.`],
  reasonIs,
});

/** The process that is given up while an access is in force. */
export type GivenUp = "ending" | "request" | "connection";
/** `over`: last day of the granted access, once that day has passed. */
type WhatIsLeft = { organisation: string; over: string | undefined };
type PerReader = Record<"toLed" | "toApplicant", (about: WhatIsLeft) => MailWithReason>;

const sameForBoth = (text: (about: WhatIsLeft) => MailWithReason): PerReader => ({
  toLed: text,
  toApplicant: text,
});

/** The granted access continues, unless its term is over. */
const goesOn = (what: (organisation: string) => string, subject: string): PerReader => {
  const isValid =
    (access: string) =>
    ({ organisation }: WhatIsLeft): MailWithReason => ({
      subject: `${subject}. De toegang blijft gelden.`,
      paragraphs: [`${what(organisation)} ${access} blijft gelden.`],
      reasonIs,
    });
  const isOver =
    (whatNow: string) =>
    ({ organisation, over = "" }: WhatIsLeft): MailWithReason => ({
      subject: `${subject}, en de termijn van het protocol is voorbij`,
      paragraphs: [
        `${what(organisation)} De termijn van het protocol liep tot en met ${showDate(over)}. ${whatNow}`,
      ],
      reasonIs,
    });
  const toLed = isOver(
    "De organisatie mag de LED nu niet raadplegen. Het einde van het gebruik begint vanzelf: je krijgt de vraag om het te bevestigen.",
  );
  const toApplicant = isOver(
    "Je organisatie mag de LED nu niet raadplegen. Heb je daar vragen over? Antwoord dan op deze mail.",
  );
  return {
    toLed: (about) => (about.over === undefined ? isValid("De huidige toegang") : toLed)(about),
    toApplicant: (about) => (about.over === undefined ? isValid("Je huidige toegang") : toApplicant)(about),
  };
};

/** After a decision of the LED against a request: whom to ask, and where to complain. */
const recourse = [
  `Niet akkoord, of is er iets veranderd? Antwoord op deze mail: je bericht komt bij het ${NAMES.desk} terecht.`,
  `Ben je niet tevreden over onze behandeling? Dan kan je een klacht indienen bij ${NAMES.agency}, en daarna bij de Vlaamse Ombudsdienst (www.vlaamseombudsdienst.be).`,
];

/** Texts for events that can happen at any moment of the process. */
export const workflowTexts = {
  openTask: "Open de taak",
  openDossier: "Open het dossier",
  followDossier: "Bekijk je dossier",
  personalLink:
    "Deze link is persoonlijk: stuur deze mail niet door. Je kan hem zo vaak gebruiken als je wil, ook om later verder te werken.",
  reminder: {
    /** `number`: of this reminder, among all of the task. */
    subject: (subject: string, number: number, of: number) =>
      `Herinnering${of > 1 ? ` (${number} van ${of})` : ""}: ${midSentence(subject)}`,
    /** The LED reads its mail in permanent mailboxes. */
    led: (openedAt: string) => `Deze taak staat open sinds ${showDate(openedAt)}.`,
    /** The reader may have joined the dossier after the question. */
    consumer: (openedAt: string, organisation: string) =>
      `Sinds ${showDate(openedAt)} wachten we op het antwoord van ${organisation}.`,
  },
  when: (due: string | undefined, ifNot: string) => (due === undefined ? ifNot : `Wanneer? ${due} ${ifNot}`),
  /** The LED reads its mailboxes by deadline. */
  withDeadline: (subject: string, deadline: Instant) => `${subject} (ten laatste ${showDate(deadline)})`,
  escalation: {
    subject: "Je organisatie moet nog iets doen voor de LED",
    /** `name`: the person whose turn it is; that person may have joined after the question. */
    asked: (name: string, title: string, since: string) =>
      `Sinds ${showDate(since)} wacht deze vraag op je organisatie: ${title}. ${name} is aan de beurt, maar we kregen nog geen antwoord. Jij bent de tweede contactpersoon van je organisatie, en daarom laten we het ook jou weten.`,
    doIt: "Je kan dit zelf doen via de knop. Het eerste antwoord telt. In het dossier zie je wie antwoordde.",
    askForIt: "Kan jij dit even navragen? Via de knop zie je hoe het met het dossier staat.",
  },
  /** `termEnd`: last day of the agreement in force; a hold changes no statutory date. */
  held: (organisation: string, until: string, termEnd: string | undefined): MailWithReason => ({
    subject: "Je dossier is gepauzeerd",
    paragraphs: [
      `Het dossier van ${organisation} ligt stil tot ${showDate(until)}. Die dag gaat het vanzelf verder. Intussen sturen we geen herinneringen, en je termijnen schuiven op.`,
      ...(termEnd === undefined
        ? []
        : [`De einddatum van je protocol verandert niet: dat is nog altijd ${showDate(termEnd)}.`]),
    ],
    afterAction: [
      "Wil je toch al verder? Staat er een taak voor je open? Doe die dan gewoon: dan loopt het dossier weer. Staat er niets voor je open, antwoord dan op deze mail.",
    ],
    reasonIs,
  }),
  holdEnded: (organisation: string, isParked: boolean): MailText =>
    isParked
      ? {
          subject: "De pauze van je dossier is voorbij",
          paragraphs: [
            `Het dossier van ${organisation} is niet langer gepauzeerd. Het ${NAMES.desk} kijkt nog iets na en laat het daarna verdergaan: je hoeft nu niets te doen.`,
          ],
        }
      : {
          subject: "Je dossier gaat verder",
          paragraphs: [
            `Het dossier van ${organisation} was gepauzeerd en gaat nu verder. De termijnen zijn opgeschoven met de tijd dat het stillag.`,
          ],
        },
  parked: (organisation: string, cause: string): MailText => ({
    subject: "Dossier gestopt door een fout",
    paragraphs: [
      `Het dossier van ${organisation} kan niet vanzelf verder. De oorzaak: ${cause}`,
      "Er is niets verloren. Bekijk het dossier en laat het verdergaan zodra de oorzaak weg is.",
    ],
  }),
  closed: {
    answered: closed,
    unsuitable: (organisation) => ({
      subject: "De LED past niet bij je aanvraag",
      paragraphs: [
        `We bekeken de intake van ${organisation}. De LED is niet geschikt voor wat je ermee wil doen, en daarom sluiten we het dossier.`,
      ],
      reasonIs: `Dit is de reden die ${NAMES.agency} geeft:`,
      afterAction: recourse,
    }),
    closed,
    negative: (organisation) => ({
      subject: "Het advies van de toezichthouder is negatief",
      paragraphs: [
        `De ${NAMES.supervisor} gaf een negatief advies over de verwerking van ${organisation}. Daarom sluiten we het dossier.`,
      ],
      reasonIs,
      afterAction: recourse,
    }),
    stopped: (organisation) => ({
      subject: "De aansluiting is stopgezet",
      paragraphs: [`De aansluiting van ${organisation} op de LED gaat niet door.`],
      reasonIs,
    }),
    withdrawn,
    ended: (organisation) => ({
      subject: "Het gebruik van de LED is beëindigd",
      paragraphs: [`${organisation} raadpleegt de LED niet meer. Het dossier is afgesloten.`],
      reasonIs: "De toelichting:",
    }),
  } as Record<ClosingOutcome, (organisation: string, by: Actor) => MailWithReason>,
  givenUp: {
    request: goesOn(
      (organisation) =>
        `De aanvraag van ${organisation} om het gebruik van de LED te wijzigen of te verlengen, gaat niet door.`,
      "De aanvraag stopt",
    ),
    ending: goesOn(
      (organisation) => `Het einde van het gebruik door ${organisation} gaat niet door.`,
      "Het gebruik loopt niet af",
    ),
    /** The use itself ends, whatever the dossier was doing. */
    forTheEnd: {
      toApplicant: ({ organisation }) => ({
        subject: "Je lopende aanvraag stopt, want het gebruik van de LED eindigt",
        paragraphs: [
          `Voor ${organisation} liep nog een aanvraag of een vraag om het gebruik van de LED te wijzigen of te verlengen. Die stopt, omdat het gebruik zelf eindigt. Daarover krijg je nog een mail.`,
        ],
        reasonIs,
      }),
      toLed: ({ organisation }) => ({
        subject: "Aanvraag gestopt, want het gebruik eindigt",
        paragraphs: [
          `Voor ${organisation} liep nog een aanvraag of een vraag om het gebruik van de LED te wijzigen of te verlengen. Die is gestopt, omdat het gebruik zelf eindigt. Jullie krijgen nu de vraag om dat einde te bevestigen.`,
        ],
        reasonIs,
      }),
    },
    connection: sameForBoth(({ organisation }) => ({
      subject: "De nieuwe aansluiting gaat niet door, het protocol blijft gelden",
      paragraphs: [
        `De nieuwe aansluiting van ${organisation} op de LED gaat niet door. Het nieuwe protocol is ondertekend en blijft gelden, met de kanalen die al aangesloten zijn.`,
      ],
      reasonIs,
    })),
  } satisfies Record<GivenUp | "forTheEnd", PerReader>,
  closedForTeam: (organisation: string, outcome: ClosingOutcome, by: Actor): MailWithReason => ({
    subject: "Dossier afgesloten",
    paragraphs: [
      `Het dossier van ${organisation} is afgesloten: ${closingNames[outcome]}${outcome === "withdrawn" && by.role !== "system" ? ` door ${by.name}` : ""}.`,
    ],
    reasonIs: outcome === "ended" ? "De toelichting:" : reasonIs,
  }),
  /** To the asked signatory, when the request is given up. */
  notAsked: (organisation: string) => ({
    subject: "Je hoeft het protocol niet meer te ondertekenen",
    paragraphs: [
      `We vroegen je om het protocol van ${organisation} voor de LED te ondertekenen. Dat is niet meer nodig: de aanvraag gaat niet door. Je hoeft niets te doen.`,
    ],
  }),
};

/** Outcome of a dossier in words. */
export const closingNames: Record<ClosingOutcome, string> = {
  answered: "vraag beantwoord",
  unsuitable: "LED niet geschikt",
  closed: `afgesloten door het ${NAMES.desk}`,
  negative: "negatief advies van de toezichthouder",
  stopped: "aansluiting stopgezet",
  withdrawn: "ingetrokken",
  ended: "gebruik beëindigd",
};
