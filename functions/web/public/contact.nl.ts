import { NAMES } from "../../domain/names.ts";

/** After the contact form was sent. */
export const sentTexts = {
  sentTitle: "Kijk in je mailbox",
  sentTo: "We stuurden een mail met een link om je bericht te bevestigen naar dit adres:",
  sent: [
    "Pas als je bevestigt, krijgen wij je bericht. De link werkt zeven dagen.",
    "Kreeg je geen mail? Kijk in je map met ongewenste mail, en of het adres klopt.",
  ],
  correct: "Verbeter je e-mailadres",
  again: "Vul het formulier opnieuw in",
};

/** The page behind the link that confirms an address. */
export const confirmTexts = {
  title: "Bevestig je bericht",
  intro: "Kijk na of dit klopt, en bevestig daarna. Klopt het niet? Vul dan het contactformulier opnieuw in.",
  tick: "Ja, ik vulde dit formulier in",
  button: "Ik bevestig mijn bericht",
  doneTitle: "Je bericht is bevestigd",
  done: (reference: string) => `Je dossier heeft het nummer ${reference}.`,
  nextTitle: "Wat nu?",
  againTitle: "Je bevestigde je bericht al",
  next: "Vul nu de intake in. Dat kan ook later: je krijgt een mail met een overzicht van wat volgt, en met een persoonlijke link.",
  toIntake: "Ga verder met de intake",
  notYet: {
    title: "We zetten je intake klaar",
    text: "Dat duurt meestal enkele seconden. Je krijgt ook een mail met de link.",
    again: "Open de intake",
  },
  nextEnquiry: `Het ${NAMES.desk} bekijkt je vraag en antwoordt je via mail.`,
};
