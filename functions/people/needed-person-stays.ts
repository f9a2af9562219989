import type { Dossier } from "../domain/dossier.ts";
import type { PersonPart } from "../domain/people.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PEOPLE-04: a contact, a DPO and a signatory can be replaced but not removed, because mails, advice and signature
 * depend on them. A second contact and a second signatory are optional and can be removed; a second signatory is neither
 * added nor removed between the moment that the text was fixed and the last signature.
 * Source: the process, "Audiences" and SubmitIntake.
 */
export function neededPersonStays(
  { people, protocol }: Pick<Dossier, "people" | "protocol">,
  part: PersonPart,
  isRemoved: boolean,
): Verdict {
  if (part === "secondSignatory") {
    const isOther = isRemoved || people.secondSignatory === undefined;
    return isOther && protocol?.fixed && !protocol.signatures.authority
      ? refused(
          "PEOPLE-04",
          "De tekst om te ondertekenen ligt vast. Je kan nu geen tweede ondertekenaar toevoegen of verwijderen. Je kan wel iemand anders in de plaats zetten.",
        )
      : allowed;
  }
  return isRemoved && part !== "secondContact"
    ? refused(
        "PEOPLE-04",
        "Deze persoon is nodig in het dossier. Je kan wel iemand anders in de plaats zetten.",
      )
    : allowed;
}
