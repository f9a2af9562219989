import type { Dossier } from "../domain/dossier.ts";
import { isSameAddress } from "../domain/people.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PEOPLE-02: a second contact has another address than the contact, otherwise nobody could be reached when the contact
 * does not answer.
 * Source: the process, "Clocks": without an answer, then the second contact.
 */
export const secondContactIsAnother = (
  { contact, secondContact }: Dossier["people"],
  field = "person.email",
): Verdict =>
  isSameAddress(contact.email, secondContact?.email)
    ? refused(
        "PEOPLE-02",
        "Dit is het adres van de contactpersoon of van de tweede. Geef elk van beiden een eigen adres.",
        field,
      )
    : allowed;
