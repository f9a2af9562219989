import type { PersonPart } from "../domain/people.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PEOPLE-04: a contact, a DPO and a signatory can be replaced but not removed, because mails, advice and signature
 * depend on them. A second contact is optional and can be removed.
 * Source: the process, "Audiences" and SubmitIntake.
 */
export const neededPersonStays = (part: PersonPart, isRemoved: boolean): Verdict =>
  isRemoved && part !== "secondContact"
    ? refused(
        "PEOPLE-04",
        "Deze persoon is nodig in het dossier. Je kan wel iemand anders in de plaats zetten.",
      )
    : allowed;
