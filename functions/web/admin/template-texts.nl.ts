import { showMoment } from "../../domain/calendar.ts";
import type { TemplateVersion } from "../../domain/template-version.ts";

/** Texts of the page with the protocol template. */
export const templateTexts = {
  nav: "Sjabloon",
  title: "Sjabloon van het protocol",
  intro: [
    "Uit dit sjabloon maakt het systeem elk protocol, als Word-bestand en als PDF. Je kan het vervangen door een eigen Word-bestand.",
    "Een nieuw sjabloon geldt voor protocollen die daarna ingediend worden. Wat al ingediend is, houdt zijn eigen sjabloon.",
  ],
  done: {
    accepted: "Het nieuwe sjabloon is in gebruik.",
    restored: "Het vroegere sjabloon is opnieuw in gebruik.",
  },
  upload: "Laad een nieuw sjabloon op",
  versions: "Versies",
  table: ["Versie", "Sinds", "Door", "Kenmerk (SHA-256)", "Bekijk"],
  current: "in gebruik",
  shipped: "meegeleverd",
  restores: (number: number) => (number === 0 ? "het meegeleverde opnieuw" : `versie ${number} opnieuw`),
  name: (number: number) => `sjabloon-protocol-versie-${number}.docx`,
  download: "Word-bestand",
  preview: "Voorbeeld (PDF)",
  of: (number: number) => ` van versie ${number}`,
  restore: "Gebruik opnieuw",
  how: "Zo maak je een sjabloon",
  steps: [
    "Download het sjabloon dat in gebruik is, en pas het aan in Word.",
    "Velden staan tussen accolades, zoals {afnemer}. Ze worden ingevuld met wat in het dossier staat.",
    "{#einde} … {/einde} toont de tekst ertussen alleen als het veld een waarde heeft, en {^einde} … {/einde} alleen als het er geen heeft. Bij een lijst herhaalt {#ondertekenaars} … {/ondertekenaars} de tekst voor elk van hen.",
    "Markeer invulhulp geel. Ze staat alleen in een ontwerp, nooit in wat ondertekend wordt.",
    "Gebruik de stijlen Titel, Kop 1 en Kop 2, zodat ook wie een schermlezer gebruikt de weg vindt. Afbeeldingen, voetnoten en samengevoegde cellen kunnen niet.",
  ],
  fields: "De velden",
  fieldTable: ["Veld", "Wat er komt", "Verplicht"],
  yes: "ja",
  no: "nee",
  within: (name: string) => `in {#${name}}`,
  uploadPage: {
    title: "Laad een sjabloon op",
    text: "Kies een Word-bestand (.docx) van ten hoogste 2 MB. Daarna zie je of het in orde is. Het is pas in gebruik als je dat dan bevestigt.",
    file: "Bestand",
    button: "Laad op",
    back: "Terug naar het sjabloon",
    late: "Dit formulier is verlopen. Ga terug en begin opnieuw.",
  },
  beingChecked: {
    title: "Het sjabloon wordt gecontroleerd",
    text: "We kijken eerst na of er schadelijke software in het bestand zit. Dat duurt meestal minder dan een minuut.",
    again: "Kijk opnieuw",
  },
  checked: {
    fine: "Het sjabloon is in orde",
    fineText: "Alle velden zijn gekend. Bekijk eerst het voorbeeld met fictieve gegevens.",
    accept: "Neem dit sjabloon in gebruik",
    wrong: "Het sjabloon kan zo niet gebruikt worden",
    wrongText: "Verbeter dit in Word, en laad het bestand opnieuw op.",
  },
  since: ({ at }: TemplateVersion) => showMoment(at),
};
