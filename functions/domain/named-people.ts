import type { Dossier } from "./dossier.ts";
import { isSamePerson } from "./is-same-person.ts";
import { type Person, PERSON_PARTS, type PersonPart } from "./people.ts";

export type Named = { person: Person; parts: PersonPart[] };

/** The people beside the contact, with their parts; somebody with two parts is one person. */
export function namedIn({ people }: Pick<Dossier, "people">): Named[] {
  const named: Named[] = [];
  for (const part of PERSON_PARTS) {
    const person = people[part];
    if (!person || isSamePerson(person, people.contact)) continue;
    const known = named.find((other) => isSamePerson(other.person, person));
    if (known) known.parts.push(part);
    else named.push({ person, parts: [part] });
  }
  return named;
}
