import { isNamedIn } from "./named-in.ts";
import type { KnownPerson } from "./persons.ts";

/** A text of the dossier about a person, and its path: "tasks.3.decision.fields.dpo.name". */
export type Mention = { place: string; text: string };

/**
 * All parts of a nested value that contain a former or current name, address or id of the person. `others`: the other
 * people of the dossier, to distinguish their names.
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
