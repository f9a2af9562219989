import type { Names } from "../domain/names.ts";

/** What stands around the text of every mail. */
export const mailTexts = {
  greeting: (name: string | undefined) => (name ? `Dag ${name},` : "Dag,"),
  /** An answer reaches the desk, unless the mail names another reply address. */
  closing: (names: Names, answersReachDesk: boolean) => [
    "Vriendelijke groeten",
    names.desk,
    names.agencyInFull,
    ...(answersReachDesk ? ["Vragen? Antwoord gewoon op deze mail."] : []),
  ],
};
