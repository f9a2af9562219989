import type { Dossier } from "../domain/dossier.ts";
import { type Actor, type Person, type PersonPart } from "../domain/people.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import {
  asPerson,
  movesBetween,
  type People,
  type PersonChange,
  type PersonMove,
} from "../domain/people-moves.ts";
import { allOf, allowed, type Verdict } from "../domain/verdict.ts";
import { neededPersonStays } from "./needed-person-stays.ts";
import { peopleMayChange } from "./people-may-change.ts";
import { personIsAsSeen } from "./person-is-as-seen.ts";
import { secondContactIsAnother } from "./second-contact-is-another.ts";

export type PeopleChange = {
  part: PersonPart;
  /** The new person of the part; undefined to remove. */
  person: Omit<Person, "id"> | undefined;
  /** Whether this is somebody else, or the same person with corrected data. */
  change?: PersonChange;
  /** Id of the person that the writer saw; empty for nobody. Left out, it is not checked. */
  seen?: string;
};

export type Plan = { verdict: Verdict; people: People; moves: PersonMove[] };

/** Evaluates a change without writing. `newId`: the id for a new person. */
export function planChange(dossier: Dossier, change: PeopleChange, by: Actor, newId: string): Plan {
  const { people: before } = dossier;
  const { part, person, seen } = change;
  const people = person ? withPerson(before, { ...change, person }, newId) : without(before, part);
  const moves = movesBetween(before, people);
  const verdict = allOf(
    peopleMayChange(dossier, by),
    neededPersonStays(dossier, part, person === undefined),
    // The same change sent again: it has already been made.
    moves.length === 0 ? allowed : personIsAsSeen(before[part], seen),
    secondContactIsAnother(people),
  );
  return { verdict, people, moves };
}

/**
 * Somebody else gets a new id; a corrected person keeps it. A second contact who becomes the contact is the same person
 * and leaves the former part, so the links keep working.
 */
function withPerson(
  people: People,
  { part, person, change }: PeopleChange & { person: Omit<Person, "id"> },
  newId: string,
): People {
  const { secondContact } = people;
  if (part === "contact" && change !== "correction" && secondContact && isSamePerson(secondContact, person)) {
    return without({ ...people, contact: { ...secondContact, ...person } }, "secondContact");
  }
  return { ...people, [part]: asPerson(people[part], person, newId, change) };
}

function without(people: People, part: PersonPart): People {
  return part === "contact" ? people : { ...people, [part]: undefined };
}
