import { NAMES } from "../domain/names.ts";
import { dateOf, type Instant, showDate } from "../domain/calendar.ts";
import { type Dossier, endingOf } from "../domain/dossier.ts";
import { basisOf, upperFirst, WAITS_FOR_LED } from "../domain/texts.nl.ts";
import type { MailText, TaskTexts } from "../domain/texts.ts";
import type { EndingReason } from "../domain/use.ts";
import { endOfEndingTerm, termIsOverAt } from "../domain/use-clocks.ts";
import type { MailWithReason } from "../mail/mail-with-reason.ts";
import { reversalEndsAt, reversibleUntil } from "./reversal-end.ts";

const endOf = ({ protocol }: Dossier): string =>
  protocol?.term.end === undefined ? "binnenkort" : `op ${showDate(protocol.term.end)}`;

const decideRenewal = {
  title: "Verleng je de toegang tot de LED?",
  why: ({ dossier }: { dossier: Dossier }) => [
    `De termijn van ${basisOf(dossier)} loopt af. Na de einddatum mag je organisatie de LED niet meer raadplegen.`,
    "Wil je verder? Dan maken we samen een nieuw protocol, met een nieuw advies van je DPO en nieuwe handtekeningen. Begin op tijd: dat duurt al snel enkele maanden.",
  ],
  outcomes: {
    renew: {
      label: "We willen verlengen",
      explanation: "We maken samen een nieuw protocol. De toegang loopt intussen door.",
      button: "Vraag een verlenging aan",
      confirmation: "Ja, we willen de LED blijven gebruiken",
      past: "vroeg om te verlengen",
    },
    stop: {
      label: "We stoppen",
      explanation: `Het ${NAMES.desk} neemt daarvoor contact met je op.`,
      warning: `Er komt geen nieuw protocol. Na het einde van de termijn mag je organisatie de LED niet meer raadplegen. Het ${NAMES.desk} neemt daarvoor contact met je op.`,
      button: "Stop na deze termijn",
      past: "koos om niet te verlengen",
    },
  },
  expired: "kreeg geen antwoord voor het einde van de termijn",
  fields: { reason: { label: "Waarom stop je?", told: "Reden van de aanvrager" } },
  mail: ({ dossier }: { dossier: Dossier }) => ({
    subject: "Je toegang tot de LED loopt af: wil je verlengen?",
    why: [
      `De termijn van ${basisOf(dossier)} van ${dossier.organisation.name} loopt af ${endOf(dossier)}. Daarna mag je organisatie de LED niet meer raadplegen.`,
    ],
    what: [
      "Wil je verlengen? Laat het weten via de knop. We maken dan samen een nieuw protocol. Heb je de LED niet meer nodig, dan kan je dat daar ook zeggen.",
    ],
    ifNot: `Kies je niet, dan stopt het gebruik van de LED ${endOf(dossier)}.`,
    action: "Kies of je verlengt",
  }),
} satisfies TaskTexts;

export const reasonNames: Record<EndingReason, string> = {
  term: "de termijn van het protocol loopt af",
  purpose: "het doel is niet meer van toepassing",
  stopped: "de organisatie stopt",
  breach: "het protocol werd niet nageleefd",
};

/** What ends, and what the team has to do about it. */
function whatEnds(dossier: Dossier, now: Instant): [why: string, what: string] {
  const { organisation } = dossier;
  const ending = endingOf(dossier);
  const end = endOfEndingTerm(dossier);
  if (end === undefined) {
    const why = ending && ending.reason !== "term" ? reasonNames[ending.reason] : "het gebruik stopt";
    return [
      `${organisation.name} gaat uit gebruik: ${why}.`,
      `Ga na of de raadpleging gestopt is, verwittig ${NAMES.vdi}, en bevestig het einde.`,
    ];
  }
  return now < termIsOverAt(end)
    ? [
        `${organisation.name} verlengt niet. De organisatie mag de LED nog raadplegen tot en met ${showDate(end)}, de laatste dag van de termijn.`,
        `Ga na die dag na of de raadpleging gestopt is, verwittig ${NAMES.vdi}, en bevestig het einde.`,
      ]
    : [
        `De termijn van ${basisOf(dossier)} van ${organisation.name} liep tot en met ${showDate(end)}, en er is geen nieuw protocol. De organisatie mag de LED nu niet meer raadplegen.`,
        `Ga na of de raadpleging gestopt is, verwittig ${NAMES.vdi}, en bevestig het einde.`,
      ];
}

/** Whether a confirmed end can be reversed (END-03). */
function canBeReversed({ protocol }: Dossier, now: Instant): string {
  const end = protocol?.term.end;
  if (end !== undefined && termIsOverAt(end) <= now)
    return "De termijn van het protocol is voorbij. Na je bevestiging kan je het einde dus niet meer terugdraaien.";
  const within = end === undefined ? "" : `, maar niet na ${showDate(end)}: dan is de termijn voorbij`;
  return `Na je bevestiging kan je het einde nog 30 dagen terugdraaien${within}.`;
}

const confirmWarning =
  "De toegang eindigt op de dag die je invulde, en de afnemer krijgt daar een mail over. Je kan dit nog 30 dagen terugdraaien, zolang de termijn van het protocol loopt. Daarna wordt het dossier afgesloten.";

const confirmEndOfUse: TaskTexts = {
  title: "Bevestig het einde van het gebruik",
  why: ({ dossier, now }) => [
    ...whatEnds(dossier, now),
    `Zolang je niet bevestigt, blijft de toegang staan. ${canBeReversed(dossier, now)}`,
  ],
  outcomes: {
    confirmed: {
      label: "Het gebruik is gestopt",
      warning: confirmWarning,
      button: "Bevestig het einde",
      past: "bevestigde het einde van het gebruik",
    },
    renew: {
      label: "Er komt toch een nieuwe termijn",
      explanation: "Dit kan alleen als de termijn afloopt. De aanvrager begint dan aan een nieuw protocol.",
      button: "Verleng",
      past: "besliste om te verlengen",
    },
  },
  outcomesIn: ({ dossier: { protocol }, fields = {} }) => {
    const { end } = protocol?.term ?? {};
    const day = fields["consultationEndedOn"];
    return typeof day === "string" && end !== undefined && day > end
      ? {
          confirmed: {
            warning: `Let op: ${showDate(day)} is na het einde van de termijn (${showDate(end)}). Na die dag mocht de LED niet meer geraadpleegd worden. Kijk de datum na. ${confirmWarning}`,
          },
        }
      : {};
  },
  fields: {
    consultationEndedOn: { label: "Laatste dag waarop de LED geraadpleegd werd" },
    vdiToldOn: { label: `Wanneer verwittigde je ${NAMES.vdi}?`, told: `${NAMES.vdi} verwittigd op` },
    reason: { label: "Waarom toch verlengen?", told: `Reden van het ${NAMES.desk}` },
  },
  mail: ({ dossier, now }) => {
    const [why, what] = whatEnds(dossier, now);
    const explanation = endingOf(dossier)?.explanation;
    return {
      subject: "Bevestig het einde van het gebruik",
      why: [why, ...(explanation ? ["De toelichting:", { quote: explanation.split("\n") }] : [])],
      what: [what],
      ifNot: `Zolang je niet bevestigt, blijft de toegang staan. ${WAITS_FOR_LED}`,
      action: "Bevestig het einde",
    };
  },
};

/** The last day for a reversal, the closing date, and a button for as long as it does something. */
function reversal(dossier: Dossier, { openedAt, now }: { openedAt: Instant; now: Instant }) {
  const until = reversibleUntil(dossier, openedAt, now);
  const closesOn = showDate(dateOf(reversalEndsAt(dossier, openedAt)));
  const isOver = until === undefined;
  return {
    what: [
      isOver
        ? "De termijn van het protocol is voorbij: terugdraaien kan niet meer."
        : `Was dat een vergissing, of veranderde er iets? Je kan het terugdraaien tot en met ${showDate(until)}: de toegang geldt dan meteen weer.`,
    ],
    ifNot: isOver
      ? `Je hoeft niets te doen. Het dossier sluit vanzelf op ${closesOn}.`
      : `Doe je niets, dan sluit het dossier vanzelf op ${closesOn}.`,
    action: isOver ? "Bekijk het dossier" : "Draai het einde terug",
  };
}

const reversalPeriod: TaskTexts = {
  title: "Draai het einde terug",
  why: ({ dossier, task, now }) => {
    const { what, ifNot } = reversal(dossier, { openedAt: task.openedAt, now });
    return ["Het gebruik is gestopt.", ...what, ifNot];
  },
  outcomes: {
    reverse: {
      label: "Draai het einde terug",
      button: "Herstel de toegang",
      past: "herstelde de toegang",
    },
  },
  expired: "sloot de bedenktijd van 30 dagen af",
  fields: {
    reason: { label: "Waarom draai je het einde terug?", told: "Waarom het einde teruggedraaid werd" },
  },
  mail: ({ dossier, task, now }) => ({
    subject: "Einde van het gebruik bevestigd",
    why: [
      `Het gebruik door ${dossier.organisation.name} is gestopt. De contactpersoon krijgt daar bericht van.`,
    ],
    ...reversal(dossier, { openedAt: task.openedAt, now }),
  }),
};

const beginsBecause: Record<EndingReason, string> = {
  term: "De termijn van het protocol loopt af.",
  purpose: "Het doel waarvoor je organisatie de LED raadpleegt, is niet meer van toepassing.",
  stopped: "Je organisatie wil stoppen met de LED.",
  breach: `${NAMES.agency} stelde vast dat het protocol niet nageleefd werd.`,
};

export const outOfUseTexts = {
  decideRenewal,
  confirmEndOfUse,
  reversalPeriod,
  followDossier: "Bekijk je dossier",
  openDossier: "Open het dossier",
  endingBegins: (organisation: string, reason: EndingReason): MailWithReason => ({
    subject: "Het gebruik van de LED stopt",
    paragraphs: [
      `Het gebruik van de LED door ${organisation} stopt. ${beginsBecause[reason]}`,
      `Het ${NAMES.desk} spreekt het einde met je af en mailt je zodra het gebruik gestopt is. Klopt dit niet? Antwoord dan op deze mail.`,
    ],
    reasonIs: "De toelichting:",
  }),
  termNotice: (dossier: Dossier, { isContact, isDpo }: { isContact: boolean; isDpo: boolean }) => ({
    subject: `${upperFirst(basisOf(dossier))} voor de LED loopt af`,
    paragraphs: [
      `De termijn van ${basisOf(dossier)} van ${dossier.organisation.name} loopt af ${endOf(dossier)}. Daarna mag je organisatie de LED niet meer raadplegen.`,
      `${isContact ? "Jij kiest" : `${dossier.people.contact.name} is de contactpersoon en kiest`} of jullie verlengen. Voor een verlenging zijn een nieuw protocol, een nieuw advies van ${isDpo ? "jou als DPO" : "je DPO"} en nieuwe handtekeningen nodig.`,
    ],
  }),
  termIsOver: (organisation: string): MailText => ({
    subject: "De termijn van je protocol is voorbij",
    paragraphs: [
      `De termijn van het protocol van ${organisation} is voorbij, en het nieuwe protocol is nog niet door beide partijen ondertekend. Tot dan mag je organisatie de LED niet raadplegen.`,
      "De contactpersoon van je organisatie ziet in het dossier wie aan de beurt is. Rond het nieuwe protocol zo snel mogelijk af.",
    ],
  }),
  termIsOverForTeam: (organisation: string): MailText => ({
    subject: "Termijn voorbij, nieuw protocol nog niet ondertekend",
    paragraphs: [
      `De termijn van het protocol van ${organisation} is voorbij terwijl een nieuw protocol nog in de maak is. De aanvrager weet dat de LED tot dan niet geraadpleegd mag worden.`,
      "Jullie beslissen: help het nieuwe protocol vooruit, of stop de aanvraag in het dossier. Dan begint het einde van het gebruik.",
    ],
  }),
  /** To everybody of the consumer: the term passed without a renewal. */
  termHasPassed: (dossier: Dossier, end: string): MailText => ({
    subject: "De termijn is voorbij: raadpleeg de LED niet meer",
    paragraphs: [
      `De termijn van ${basisOf(dossier)} van ${dossier.organisation.name} liep tot en met ${showDate(end)}, en er is geen nieuw protocol. Vanaf nu mag je organisatie de LED niet meer raadplegen.`,
      `Wil je organisatie de LED toch blijven gebruiken? Antwoord op deze mail: het ${NAMES.desk} kan nog beslissen om te verlengen. Anders rondt het team het gebruik af, en sluit daarna het dossier.`,
    ],
  }),
  /** To the contacts, after the LED team confirmed the end. */
  useEnded: (
    organisation: string,
    { day, until, closesOn }: { day: string; until: string | undefined; closesOn: string },
  ): MailText => ({
    subject: "Het gebruik van de LED is gestopt",
    paragraphs: [
      `Het ${NAMES.desk} bevestigde dat ${organisation} de LED niet meer raadpleegt. De laatste raadpleging was op ${showDate(day)}. Je organisatie mag de LED nu niet meer raadplegen.`,
      until === undefined
        ? "De termijn van het protocol is voorbij, dus terugdraaien kan niet meer. Heb je de LED later opnieuw nodig, dan kan je een nieuw dossier openen."
        : `Is dat een vergissing? Antwoord dan op deze mail: het ${NAMES.desk} kan het einde terugdraaien tot en met ${showDate(until)}.`,
      `${until === undefined ? "Je hoeft niets te doen." : "Anders hoef je niets te doen."} Het dossier sluit op ${showDate(closesOn)}, en dan krijg je nog een mail.`,
    ],
  }),
  restored: (organisation: string): MailText => ({
    subject: "De toegang tot de LED is hersteld",
    paragraphs: [
      `Het einde van het gebruik door ${organisation} is teruggedraaid. De organisatie kan de LED weer raadplegen, voor het doel en de termijn van het protocol.`,
    ],
  }),
};
