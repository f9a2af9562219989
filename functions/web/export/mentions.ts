import { isNamedIn } from "./named-in.ts";
import type { KnownPerson } from "./persons.ts";

/** A text of the dossier that is about a person, and where it stands: "tasks.3.decision.fields.dpo.name". */
export type Mention = { place: string; text: string };

/**
 * Everything in a value, however deep, that holds a name, an address or an id that a person has or had. `others`: the
 * other people of the dossier, whose names are not to be taken for this one's.
 */
export function mentionsOf(
  value: unknown,
  person: KnownPerson,
  others: readonly KnownPerson[],
  place = "",
): Mention[] {
  if (typeof value === "string") {
    const isAbout = person.ids.includes(value) || isNamedIn(value, person, others);
    return isAbout ? [{ place, text: value }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    mentionsOf(inner, person, others, place === "" ? key : `${place}.${key}`),
  );
}
