import { showDate } from "../domain/calendar.ts";
import type { Dossier, EndingReason } from "../domain/dossier.ts";
import type { Names } from "../domain/names.ts";
import type { MailText, TaskTexts } from "../domain/texts.ts";

const endOf = ({ protocol }: Dossier): string =>
  protocol?.term.end === undefined ? "binnenkort" : `op ${showDate(protocol.term.end)}`;

const decideRenewal = {
  title: "Verleng je de toegang tot de LED?",
  why: [
    "De termijn van je protocol loopt af. Na de einddatum mag je organisatie de LED niet meer raadplegen.",
    "Wil je verder? Dan maken we samen een nieuw protocol, met een nieuw advies van je DPO en nieuwe handtekeningen. Begin op tijd: dat duurt al snel enkele weken.",
  ],
  outcomes: {
    renew: {
      label: "We willen verlengen",
      explanation: "Je krijgt meteen het sjabloon voor het nieuwe protocol. De toegang loopt intussen door.",
      button: "Verleng de toegang",
      past: "wil de toegang verlengen",
    },
    stop: {
      label: "We stoppen",
      explanation: "Het LED-team regelt het einde met je.",
      button: "Stop na deze termijn",
      past: "wil de toegang niet verlengen",
    },
  },
  expired: "kreeg geen antwoord voor het einde van de termijn",
  fields: { reason: { label: "Waarom stop je?" } },
  mail: ({ dossier }: { dossier: Dossier }) => ({
    subject: "Je toegang tot de LED loopt af: wil je verlengen?",
    paragraphs: [
      `De termijn van het protocol van ${dossier.organisation.name} loopt af ${endOf(dossier)}. Daarna mag je organisatie de LED niet meer raadplegen.`,
      "Wil je verlengen? Laat het weten via de knop. We maken dan samen een nieuw protocol. Heb je de LED niet meer nodig, dan kan je dat daar ook zeggen.",
    ],
    action: "Kies of je verlengt",
  }),
} satisfies TaskTexts;

export const reasonNames: Record<EndingReason, string> = {
  term: "de termijn van het protocol loopt af",
  purpose: "het doel is niet meer van toepassing",
  stopped: "de organisatie stopt",
  breach: "het protocol werd niet nageleefd",
};

const confirmEndOfUse: TaskTexts = {
  title: "Bevestig het einde van het gebruik",
  why: [
    "Deze organisatie gaat uit gebruik. Ga na of ze de LED niet meer raadpleegt, en laat het weten aan de beheerder van MAGDA.",
    "Zolang je niet bevestigt, blijft de toegang staan. Na je bevestiging kan je het einde nog 30 dagen terugdraaien.",
  ],
  outcomes: {
    confirmed: {
      label: "Het gebruik is gestopt",
      button: "Bevestig het einde",
      past: "bevestigde het einde van het gebruik",
    },
    renew: {
      label: "Er komt toch een nieuwe termijn",
      explanation:
        "Dit kan alleen als de termijn afloopt. De aanvrager krijgt het sjabloon voor het nieuwe protocol.",
      button: "Verleng",
      past: "besliste om te verlengen",
    },
  },
  fields: {
    consultationEndedOn: { label: "Laatste dag waarop de LED geraadpleegd werd" },
    vdiToldOn: { label: "Op welke dag hoorde de beheerder van MAGDA het?" },
    reason: { label: "Waarom toch verlengen?" },
  },
  mail: ({ dossier }) => ({
    subject: `Uit gebruik: ${dossier.organisation.name}`,
    paragraphs: [
      `${dossier.organisation.name} gaat uit gebruik: ${dossier.ending ? reasonNames[dossier.ending.reason] : "het gebruik stopt"}.`,
      "Ga na of de raadpleging gestopt is, laat het weten aan de beheerder van MAGDA, en bevestig het einde.",
    ],
    ...(dossier.ending?.explanation ? { quote: dossier.ending.explanation.split("\n") } : {}),
    action: "Bevestig het einde",
  }),
};

const reversalPeriod: TaskTexts = {
  title: "Draai het einde terug",
  why: [
    "Het gebruik is gestopt. Was dat een vergissing, of veranderde er iets? Binnen 30 dagen kan je het terugdraaien: de toegang is dan meteen weer in orde.",
    "Doe je niets, dan sluit het dossier vanzelf.",
  ],
  outcomes: {
    reverse: {
      label: "Draai het einde terug",
      button: "Zet de toegang terug",
      past: "zette de toegang terug",
    },
  },
  expired: "sloot de bedenktijd van 30 dagen af",
  fields: { reason: { label: "Waarom draai je het einde terug?" } },
  mail: ({ dossier }) => ({
    subject: `Einde bevestigd: ${dossier.organisation.name}`,
    paragraphs: [
      `Het gebruik van ${dossier.organisation.name} is gestopt. Je kan dat nog 30 dagen terugdraaien. Daarna sluit het dossier vanzelf: je hoeft niets te doen.`,
    ],
    action: "Bekijk de taak",
  }),
};

const beginsBecause: Record<EndingReason, (names: Names) => string> = {
  term: () => "De termijn van het protocol is voorbij.",
  purpose: () => "Het doel waarvoor je organisatie de LED raadpleegt, is niet meer van toepassing.",
  stopped: () => "Je organisatie wil stoppen met de LED.",
  breach: (names) => `${names.agency} stelde vast dat het protocol niet nageleefd werd.`,
};

/** Texts of step 7, Out of use. */
export const outOfUseTexts = {
  decideRenewal,
  confirmEndOfUse,
  reversalPeriod,
  followDossier: "Bekijk je dossier",
  openDossier: "Open het dossier",
  endingBegins: (organisation: string, reason: EndingReason, names: Names): MailText => ({
    subject: "Het gebruik van de LED stopt",
    paragraphs: [
      `Het gebruik van de LED door ${organisation} stopt. ${beginsBecause[reason](names)}`,
      "Het LED-team rondt het met je af en laat het weten als het dossier sluit. Klopt dit niet? Antwoord dan op deze mail. Dit stond erbij:",
    ],
  }),
  termNotice: (dossier: Dossier, { isContact, isDpo }: { isContact: boolean; isDpo: boolean }) => ({
    subject: "Het protocol voor de LED loopt af",
    paragraphs: [
      `De termijn van het protocol van ${dossier.organisation.name} loopt af ${endOf(dossier)}. Daarna mag je organisatie de LED niet meer raadplegen.`,
      `${isContact ? "Jij kiest" : `${dossier.people.contact.name} is de contactpersoon en kiest`} of jullie verlengen. Voor een verlenging zijn een nieuw protocol, een nieuw advies van ${isDpo ? "jou als DPO" : "je DPO"} en nieuwe handtekeningen nodig.`,
    ],
  }),
  termIsOver: (organisation: string): MailText => ({
    subject: "De termijn van je protocol is voorbij",
    paragraphs: [
      `De termijn van het protocol van ${organisation} is voorbij, en het nieuwe protocol is nog niet door beide partijen ondertekend. Tot dan mag je organisatie de LED niet raadplegen.`,
      "Bekijk in je dossier wie aan de beurt is, en rond het nieuwe protocol zo snel mogelijk af.",
    ],
  }),
  termIsOverForTeam: (organisation: string): MailText => ({
    subject: `Termijn voorbij, nieuw protocol nog niet getekend: ${organisation}`,
    paragraphs: [
      `De termijn van het protocol van ${organisation} is voorbij terwijl een nieuw protocol nog in de maak is. De aanvrager weet dat de LED tot dan niet geraadpleegd mag worden.`,
      "Jullie beslissen: help het nieuwe protocol vooruit, of stop de aanvraag in het dossier. Dan begint het einde van het gebruik.",
    ],
  }),
  restored: (organisation: string): MailText => ({
    subject: "De toegang tot de LED is terug in orde",
    paragraphs: [
      `Het einde van het gebruik door ${organisation} is teruggedraaid. De organisatie kan de LED weer raadplegen, voor het doel en de termijn van het protocol.`,
    ],
  }),
};
