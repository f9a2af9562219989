import type { PersonPart } from "../domain/people.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PEOPLE-04: a contact, a DPO and a signatory are replaced, never removed: mails, advice and signature wait for them. A
 * second contact is nobody's obligation, and can go.
 * Source: the process, "Audiences" and SubmitIntake.
 */
export const neededPersonStays = (part: PersonPart, isRemoved: boolean): Verdict =>
  isRemoved && part !== "secondContact"
    ? refused(
        "PEOPLE-04",
        "Deze persoon is nodig in het dossier. Je kan wel iemand anders in de plaats zetten.",
      )
    : allowed;
