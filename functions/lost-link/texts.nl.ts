import { NAMES } from "../domain/names.ts";
import type { FieldText, MailText } from "../domain/texts.ts";

export const lostLinkTexts = {
  wrongReference: "Vul het dossiernummer in zoals het in je mails staat, bijvoorbeeld LED-2026-00042.",
  form: {
    title: "Vraag een nieuwe link",
    intro:
      "Vul het nummer van je dossier in, en het e-mailadres waarop we je mailen. Horen die bij elkaar, dan mailen we je een nieuwe link.",
    fields: {
      reference: {
        label: "Dossiernummer",
        hint: "Het staat in het onderwerp van onze mails, bijvoorbeeld LED-2026-00042.",
      },
      email: { label: "Je e-mailadres" },
    } satisfies Record<string, FieldText>,
    button: "Mail mij een nieuwe link",
  },
  sent: {
    title: "Kijk in je mailbox",
    paragraphs: [
      "Kennen we dit adres in dit dossier, dan stuurden we je een mail met een nieuwe link. Dat kan enkele minuten duren.",
      `Kreeg je geen mail? Kijk in je map met ongewenste mail, en kijk na of het nummer en het adres juist zijn. Je kan maar enkele keren per uur een link vragen. Is je adres veranderd? Mail het ${NAMES.desk}.`,
    ],
  },
  mail: (organisation: string): Omit<MailText, "action"> => ({
    subject: "Je nieuwe link",
    paragraphs: [
      `Je vroeg een nieuwe link naar het dossier van ${organisation}. Hij staat hieronder. Vroeg je niets? Dan hoef je niets te doen.`,
    ],
  }),
  followDossier: "Bekijk je dossier",
  personalLink: "Deze link is persoonlijk: stuur deze mail niet door. Je vorige links blijven werken.",
};
