import { showDate } from "../domain/calendar.ts";
import type { ClosingOutcome } from "../domain/dossier.ts";
import type { Names } from "../domain/names.ts";
import type { MailText } from "../domain/texts.ts";

const withdrawn = (organisation: string): MailText => ({
  subject: "Je aanvraag is ingetrokken",
  paragraphs: [
    `De aanvraag van ${organisation} voor toegang tot de LED is ingetrokken. Dit is de reden die daarbij stond:`,
  ],
});

const closed = (organisation: string): MailText => ({
  subject: "Je dossier is afgesloten",
  paragraphs: [`Het dossier van ${organisation} voor toegang tot de LED is afgesloten. Dit is de reden:`],
});

/** Texts of what can happen at any moment of the process. */
export const workflowTexts = {
  openTask: "Open de taak",
  openDossier: "Open het dossier",
  followDossier: "Bekijk je dossier",
  personalLink:
    "Deze link is persoonlijk: stuur deze mail niet door. Je kan hem zo vaak gebruiken als je wil, ook om later verder te werken.",
  aboutDossier: (organisation: string) => `Dossier van ${organisation}.`,
  reminder: {
    subject: (subject: string) => `Herinnering: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`,
    /** The LED reads its mail in mailboxes that stay. */
    led: (since: string) =>
      `Op ${showDate(since)} stuurden we je deze vraag. We hebben nog geen antwoord gekregen.`,
    /** Who reads this may have come later than the question. */
    consumer: (since: string) =>
      `Deze vraag wacht op je organisatie sinds ${showDate(since)}. We hebben nog geen antwoord gekregen.`,
  },
  when: (due: string) => `Wanneer? ${due}`,
  escalation: {
    subject: (title: string) => `Een vraag aan je organisatie wacht: ${title}`,
    /** `name`: whose turn it is now, who may have come later than the question. */
    asked: (name: string, title: string, since: string) =>
      `Sinds ${showDate(since)} wacht deze vraag op je organisatie: ${title}. ${name} is aan de beurt, maar we kregen nog geen antwoord. Jij bent de tweede contactpersoon van je organisatie, en daarom laten we het ook jou weten.`,
    doIt: "Je kan dit zelf doen via de knop. Wie eerst antwoordt, beslist; het dossier toont wie dat was.",
    askForIt: "Kan jij dit even navragen? Via de knop zie je hoe het met het dossier staat.",
  },
  /** `termEnd`: last day of the agreement that is in force; a hold moves no date of the law. */
  held: (organisation: string, until: string, termEnd: string | undefined): MailText => ({
    subject: "Je dossier is gepauzeerd",
    paragraphs: [
      `Het dossier van ${organisation} ligt stil tot ${showDate(until)}. Die dag gaat het vanzelf verder. Intussen sturen we geen herinneringen, en je termijnen schuiven op.`,
      ...(termEnd === undefined
        ? []
        : [`De einddatum van je protocol verandert niet: dat is nog altijd ${showDate(termEnd)}.`]),
      "Wil je toch al verder? Beslis dan gewoon wat er openstaat: dan loopt het dossier weer. Dit is de reden:",
    ],
  }),
  holdEnded: (organisation: string, isParked: boolean): MailText =>
    isParked
      ? {
          subject: "De pauze van je dossier is voorbij",
          paragraphs: [
            `Het dossier van ${organisation} is niet langer gepauzeerd. Het LED-team kijkt nog iets na en laat het daarna verdergaan: je hoeft nu niets te doen.`,
          ],
        }
      : {
          subject: "Je dossier gaat verder",
          paragraphs: [
            `Het dossier van ${organisation} was gepauzeerd en gaat nu verder. De termijnen zijn opgeschoven met de tijd dat het stillag.`,
          ],
        },
  parked: (organisation: string, error: string): MailText => ({
    subject: "Dossier wacht op jullie: er liep iets onverwacht mis",
    paragraphs: [
      `Het dossier van ${organisation} kan niet vanzelf verder. De oorzaak is genoteerd als "${error}".`,
      "Er is niets verloren. Bekijk het dossier en laat het verdergaan zodra de oorzaak weg is.",
    ],
  }),
  closed: {
    answered: closed,
    unsuitable: (organisation: string, names: Names): MailText => ({
      subject: "De LED past niet bij je vraag",
      paragraphs: [
        `We bekeken de intake van ${organisation}. De LED is niet geschikt voor wat je ermee wil doen, en daarom sluiten we het dossier.`,
        `Dit is de reden die ${names.agency} geeft:`,
      ],
    }),
    closed,
    negative: (organisation: string, names: Names): MailText => ({
      subject: "Het advies van de toezichthouder is negatief",
      paragraphs: [
        `${names.supervisor} gaf een negatief advies over de verwerking van ${organisation}. Daarom sluiten we het dossier. Dit is de reden:`,
      ],
    }),
    stopped: (organisation: string): MailText => ({
      subject: "De aansluiting is stopgezet",
      paragraphs: [`De aansluiting van ${organisation} op de LED gaat niet door. Dit is de reden:`],
    }),
    withdrawn,
    ended: (organisation: string): MailText => ({
      subject: "Het gebruik van de LED is beëindigd",
      paragraphs: [
        `${organisation} raadpleegt de LED niet meer. Het dossier is afgesloten. Dit stond erbij:`,
      ],
    }),
  } satisfies Record<ClosingOutcome, (organisation: string, names: Names) => MailText>,
  /** What is given up while an access is in force. */
  givenUp: {
    request: (organisation: string): MailText => ({
      subject: "De aanvraag stopt, wat toegekend was blijft gelden",
      paragraphs: [
        `De aanvraag van ${organisation} om het gebruik van de LED te wijzigen of te verlengen, gaat niet door. Wat eerder toegekend was, blijft gelden zoals het was. Dit is de reden:`,
      ],
    }),
    ending: (organisation: string): MailText => ({
      subject: "Het gebruik loopt niet af, wat toegekend was blijft gelden",
      paragraphs: [
        `Het einde van het gebruik door ${organisation} gaat niet door. Wat toegekend was, blijft gelden zoals het was. Dit is de reden:`,
      ],
    }),
    /** Whatever it was: the use itself ends. */
    forTheEnd: (organisation: string): MailText => ({
      subject: "Je lopende aanvraag stopt, want het gebruik van de LED eindigt",
      paragraphs: [
        `Voor ${organisation} liep nog een aanvraag of een vraag om het gebruik van de LED te wijzigen of te verlengen. Die stopt, omdat het gebruik zelf eindigt. Daarover krijg je nog een mail. Dit is de reden:`,
      ],
    }),
    connection: (organisation: string): MailText => ({
      subject: "De nieuwe aansluiting gaat niet door, het protocol blijft gelden",
      paragraphs: [
        `De nieuwe aansluiting van ${organisation} op de LED gaat niet door. Het nieuwe protocol is ondertekend en blijft gelden, met de kanalen die al aangesloten zijn. Dit is de reden:`,
      ],
    }),
  },
  closedForTeam: (organisation: string, outcome: ClosingOutcome): MailText => ({
    subject: `Dossier afgesloten: ${organisation}`,
    paragraphs: [`Het dossier van ${organisation} is afgesloten: ${closingNames[outcome]}. Dit is de reden:`],
  }),
};

/** How a dossier ended, in words. */
export const closingNames: Record<ClosingOutcome, string> = {
  answered: "vraag beantwoord",
  unsuitable: "LED niet geschikt",
  closed: "afgesloten door het LED-team",
  negative: "negatief advies van de toezichthouder",
  stopped: "aansluiting stopgezet",
  withdrawn: "ingetrokken",
  ended: "gebruik beëindigd",
};
