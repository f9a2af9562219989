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
  /** Who has the part from now on; undefined: nobody any more. */
  person: Omit<Person, "id"> | undefined;
  /** Whether that is somebody else than before, or the same person with better data. */
  change?: PersonChange;
  /** Id of who had it, as the writer saw it; empty for nobody. Left out, it is not checked. */
  seen?: string;
};

export type Plan = { verdict: Verdict; people: People; moves: PersonMove[] };

/** What a change comes to. Decides; writes nothing. `newId` is the id of who is new. */
export function planChange(dossier: Dossier, change: PeopleChange, by: Actor, newId: string): Plan {
  const { people: before } = dossier;
  const { part, person, seen } = change;
  const people = person ? withPerson(before, { ...change, person }, newId) : without(before, part);
  const moves = movesBetween(before, people);
  const verdict = allOf(
    peopleMayChange(dossier, by),
    neededPersonStays(part, person === undefined),
    // Sent once more, it has changed already whom its writer saw.
    moves.length === 0 ? allowed : personIsAsSeen(before[part], seen),
    secondContactIsAnother(people),
  );
  return { verdict, people, moves };
}

/**
 * Somebody else gets another id; who is corrected keeps it. A second contact who becomes the contact is the same person,
 * who leaves that part behind: its links go on working.
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
