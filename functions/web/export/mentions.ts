import type { KnownPerson } from "./persons.ts";

/** A text of the dossier that is about a person, and where it stands: "tasks.3.decision.fields.dpo.name". */
export type Mention = { place: string; text: string };

/** Everything in a value, however deep, that holds a name, an address or an id that a person has or had. */
export function mentionsOf(value: unknown, person: KnownPerson, place = ""): Mention[] {
  if (typeof value === "string") return isAbout(value, person) ? [{ place, text: value }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    mentionsOf(inner, person, place === "" ? key : `${place}.${key}`),
  );
}

function isAbout(text: string, { ids, names, emails }: KnownPerson): boolean {
  const read = text.toLowerCase();
  return ids.includes(text) || [...names, ...emails].some((known) => read.includes(known.toLowerCase()));
}
