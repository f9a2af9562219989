import { PERSON_PARTS, type PersonPart } from "../../domain/people.ts";
import { Refusal } from "../http/refusals.ts";

/** The part in an address. */
export function partNamed(given: string): PersonPart {
  const part = PERSON_PARTS.find((known) => known === given);
  if (!part) throw new Refusal("page-unknown");
  return part;
}
