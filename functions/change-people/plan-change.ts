import type { Dossier } from "../domain/dossier.ts";
import { type Actor, isSameAddress, type Person, type PersonPart } from "../domain/people.ts";
import { asPerson, movesBetween, type People, type PersonMove } from "../domain/people-moves.ts";
import { allOf, type Verdict } from "../domain/verdict.ts";
import { neededPersonStays } from "./needed-person-stays.ts";
import { peopleMayChange } from "./people-may-change.ts";
import { personIsAsSeen } from "./person-is-as-seen.ts";
import { secondContactIsAnother } from "./second-contact-is-another.ts";

export type PeopleChange = {
  part: PersonPart;
  /** Who has the part from now on; undefined: nobody any more. */
  person: Omit<Person, "id"> | undefined;
  /** Id of who had it, as the writer saw it; empty for nobody. Left out, it is not checked. */
  seen?: string;
};

export type Plan = { verdict: Verdict; people: People; moves: PersonMove[] };

/** What a change comes to. Decides; writes nothing. `newId` is the id of who is new. */
export function planChange(dossier: Dossier, change: PeopleChange, by: Actor, newId: string): Plan {
  const { people: before } = dossier;
  const { part, person, seen } = change;
  const people = person ? withPerson(before, part, person, newId) : without(before, part);
  const verdict = allOf(
    peopleMayChange(dossier, by),
    neededPersonStays(part, person === undefined),
    personIsAsSeen(before[part], seen),
    secondContactIsAnother(people),
  );
  return { verdict, people, moves: movesBetween(before, people) };
}

/**
 * Another address is another person, with another id; another name or capacity is not. A second contact who becomes the
 * contact is the same person, who leaves that part behind: its links go on working.
 */
function withPerson(people: People, part: PersonPart, person: Omit<Person, "id">, newId: string): People {
  const { secondContact } = people;
  if (part === "contact" && secondContact && isSameAddress(secondContact.email, person.email)) {
    return without({ ...people, contact: { ...secondContact, ...person } }, "secondContact");
  }
  return { ...people, [part]: asPerson(people[part], person, newId) };
}

function without(people: People, part: PersonPart): People {
  return part === "contact" ? people : { ...people, [part]: undefined };
}
