import type { Dossier } from "./dossier.ts";
import type { Actor } from "./people.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/**
 * PEOPLE-01: a person who acts for the consumer currently belongs to the dossier: the applicant as contact or second
 * contact, the signatory as signatory. A page that a replaced person still has open decides nothing.
 * Source: the process, "At any moment": change of contact, DPO or signatory (new links, old ones stop).
 */
export function personIsOfDossier({ people }: Pick<Dossier, "people">, { role, id }: Actor): Verdict {
  const current = {
    applicant: [people.contact.id, people.secondContact?.id],
    signatory: [people.signatory?.id],
  };
  if (role !== "applicant" && role !== "signatory") return allowed;
  return current[role].includes(id)
    ? allowed
    : refused(
        "PEOPLE-01",
        "Iemand anders heeft intussen jouw rol in dit dossier. Je kan hier niets meer beslissen of wijzigen.",
      );
}
