import type { Person } from "../domain/people.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PEOPLE-05: a change replaces the person that its writer saw. When somebody else changed that person in the meantime,
 * the change is refused and the current person is shown.
 * Source: design, rule 2: a second click or a second person gets an explanation, never a second effect.
 */
export const personIsAsSeen = (current: Person | undefined, seen: string | undefined): Verdict =>
  seen === undefined || seen === (current?.id ?? "")
    ? allowed
    : refused(
        "PEOPLE-05",
        "Iemand wijzigde deze persoon intussen. Open de pagina opnieuw en kijk of het nog klopt.",
      );
