import type { Names } from "../domain/names.ts";

/** What stands around the text of every mail. */
export const mailTexts = {
  greeting: (name: string | undefined) => (name ? `Dag ${name},` : "Dag,"),
  closing: (names: Names) => [
    "Vriendelijke groeten",
    names.desk,
    names.agencyInFull,
    "Vragen? Antwoord gewoon op deze mail.",
  ],
};
