import type { FileRefusal } from "../domain/documents.ts";
import type { Unshown } from "../templates/unshown-elements.ts";
import type { TemplateFault } from "../templates/open-template.ts";

/** Why an uploaded template is not accepted, in the words of the LED team. */
export const templateProblems = {
  file: (refusal: FileRefusal): string =>
    refusals[refusal] ?? "Het bestand is geen gewoon Word-bestand (.docx).",
  tooLarge: "Het bestand is groter dan 2 MB.",
  unshown: (kind: Unshown): string => `${unshown[kind]} Dat komt niet in de PDF. Haal het uit het sjabloon.`,
  fault: ({ kind, placeholder }: TemplateFault): string =>
    `{${placeholder.replace(/^\{|\}$/g, "")}}: ${faults[kind] ?? "dit veld kan niet gelezen worden."}`,
  unknown: (name: string) => `{${name}}: dit veld bestaat niet. Kijk in de lijst hieronder hoe het heet.`,
  elsewhere: (name: string, list: string) =>
    `{${name}}: dit veld staat alleen tussen {#${list}} en {/${list}}.`,
  listAsText: (name: string) => `{${name}}: dit is een lijst. Schrijf {#${name}} … {/${name}}.`,
  missing: (name: string, says: string) => `{${name}} ontbreekt: ${says}.`,
  noTitle: "Het sjabloon heeft geen titel. Geef de titel de stijl Titel.",
  helpInBrackets: (text: string) =>
    `"${text}" staat tussen vierkante haken en is niet geel gemarkeerd. Markeer invulhulp geel, anders komt ze in een ondertekende tekst.`,
};

const faults: Record<string, string | undefined> = {
  unclosed_tag: "de accolade sluiten ontbreekt.",
  unopened_tag: "de accolade openen ontbreekt.",
  duplicate_open_tag: "er staat een accolade openen te veel.",
  duplicate_close_tag: "er staat een accolade sluiten te veel.",
  unclosed_loop: "{#…} of {^…} heeft geen {/…}.",
  unopened_loop: "{/…} heeft geen {#…} of {^…}.",
  closing_tag_does_not_match_opening_tag: "{#…} en {/…} hebben een andere naam.",
};

const unshown: Record<Unshown, string> = {
  picture: "Er staat een afbeelding of een tekstvak in.",
  object: "Er staat een object, een formule of een bijzonder symbool in.",
  note: "Er staat een voetnoot of een eindnoot in.",
  "tracked-change": "Er staan bijgehouden wijzigingen in. Aanvaard ze eerst.",
  comment: "Er staan opmerkingen in.",
  "merged-cells": "Een tabel heeft samengevoegde cellen.",
  "nested-table": "Er staat een tabel in een tabel.",
};

const refusals: Partial<Record<FileRefusal, string>> = {
  "refused-empty": "Het bestand is leeg.",
  "refused-damaged": "Het bestand is beschadigd of niet volledig.",
  "refused-password": "Het bestand gaat alleen open met een wachtwoord.",
  "refused-macro": "Er zitten macro's in. Bewaar het als gewoon Word-bestand (.docx).",
  "refused-remote": "Het haalt een sjabloon, een afbeelding of tekst ergens anders op.",
  "refused-object": "Er zit een ingesloten object van een ander programma in.",
  "refused-dde": "Er zit een koppeling met een ander programma in (DDE).",
  "refused-size": "Het bestand is groter dan 2 MB.",
  "refused-malware": "Er zit schadelijke software in. Het bestand is verwijderd.",
  "refused-unchecked": "We konden het bestand niet nakijken op schadelijke software. Laad het opnieuw op.",
  "refused-unpacked": "Het bestand is te ingewikkeld, of wordt veel te groot als het uitgepakt wordt.",
};
