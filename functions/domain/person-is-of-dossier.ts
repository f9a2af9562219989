import type { Dossier } from "./dossier.ts";
import { type Actor, isConsumerAudience, PARTS_OF_AUDIENCE } from "./people.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/**
 * PEOPLE-01: a person who acts for the consumer currently belongs to the dossier: the applicant as contact or second
 * contact, a signatory as signatory. A page that a replaced person still has open decides nothing.
 * Source: the process, "At any moment": change of contact, DPO or signatory (new links, old ones stop).
 */
export function personIsOfDossier({ people }: Pick<Dossier, "people">, { role, id }: Actor): Verdict {
  if (!isConsumerAudience(role)) return allowed;
  return PARTS_OF_AUDIENCE[role].some((part) => people[part]?.id === id)
    ? allowed
    : refused(
        "PEOPLE-01",
        "Iemand anders heeft intussen jouw rol in dit dossier. Je kan hier niets meer beslissen of wijzigen.",
      );
}
