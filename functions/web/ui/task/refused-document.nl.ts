import { NAMES } from "../../../domain/names.ts";
import { type FileRefusal, type StoredDocument, takesImages } from "../../../domain/documents.ts";

const asPdf = "Bewaar het document als pdf (Opslaan als, Exporteren of Afdrukken naar PDF) en voeg die toe.";

/** Why a document was refused, following its name, and what to do. */
export const whyRefused = ({ kind }: Pick<StoredDocument, "kind">, refusal: FileRefusal): string =>
  refusal === "refused-type" && takesImages(kind) ? noScan : reasons[refusal];

const noScan =
  "geweigerd, want het is geen pdf-, Word-bestand (.docx), OpenDocument-tekst (.odt), JPG of PNG. Is het een foto van een iPhone (HEIC)? Bewaar die als JPG en voeg die toe.";

const reasons: Record<FileRefusal, string> = {
  "refused-type": `geweigerd, want het is geen pdf-, Word-bestand (.docx) of OpenDocument-tekst (.odt). ${asPdf}`,
  "refused-size":
    "geweigerd, want het is groter dan 25 MB. Maak het kleiner, of verdeel het over meer bestanden.",
  "refused-empty": "geweigerd, want het is leeg. Kijk of je het juiste bestand koos.",
  "refused-damaged":
    "geweigerd, want het is beschadigd of niet volledig. Open het op je computer, bewaar het opnieuw en voeg het nog eens toe.",
  "refused-password":
    "geweigerd, want het gaat alleen open met een wachtwoord. Haal het wachtwoord eraf en voeg het opnieuw toe.",
  "refused-script": `geweigerd, want er zit een script in, zoals in een formulier dat zichzelf narekent. ${asPdf} Is het al een pdf? Druk die dan af naar een nieuwe pdf.`,
  "refused-launch":
    "geweigerd, want het kan een programma of een ander bestand starten. Haal dat eruit, of druk het document af naar een nieuwe pdf.",
  "refused-attachment":
    "geweigerd, want er zitten andere bestanden in. Haal die eruit, of druk het document af naar een nieuwe pdf. Voeg een bijlage als een eigen document toe.",
  "refused-macro": `geweigerd, want er zitten macro's in. Bewaar het als gewoon Word-bestand (.docx), of als pdf, en voeg dat toe.`,
  "refused-remote": `geweigerd, want het haalt een sjabloon, een afbeelding of een stuk tekst ergens anders op. ${asPdf}`,
  "refused-object": `geweigerd, want er zit een ingesloten object van een ander programma in. ${asPdf}`,
  "refused-dde": `geweigerd, want er zit een koppeling met een ander programma in (DDE). ${asPdf}`,
  "refused-unpacked": `geweigerd, want het is te ingewikkeld om na te kijken, of wordt veel te groot als het uitgepakt wordt. ${asPdf} Is het al een pdf? Druk die dan af naar een nieuwe pdf.`,
  "refused-malware":
    "geweigerd, want er zit schadelijke software in. Laat je computer nakijken, maak het document op een andere computer opnieuw, en voeg dat toe.",
  "refused-unchecked": `geweigerd, want we konden het niet nakijken op schadelijke software. Probeer het nog eens. Lukt het weer niet, druk het document dan af naar een nieuwe pdf, of stuur het ${NAMES.desk} een mail.`,
  "refused-quota": `geweigerd, want bij deze taak of dit dossier staan al te veel documenten. Voeg documenten samen in één bestand, of stuur het ${NAMES.desk} een mail.`,
  "refused-late": "niet bewaard, want het kwam te laat.",
};
