import { addMinutes, type Instant } from "./calendar.ts";
import { withClock } from "./clocks.ts";
import type { Dossier } from "./dossier.ts";
import { type Actor, type Person, PERSON_PARTS, type PersonPart } from "./people.ts";
import { isSamePerson } from "./is-same-person.ts";
import type { NewId } from "./ports.ts";
import type { Change } from "./records.ts";

export type People = Dossier["people"];
/** The persons of the consumer, the contact first. Who has two parts is in it twice. */
export const everybodyOf = (people: People): Person[] => PERSON_PARTS.flatMap((part) => people[part] ?? []);
/** The change of one person of the dossier: another person, or a correction of the same one. */
export type PersonMove = { part: PersonPart; from?: Person; to?: Person };

/** Minutes after which follow-up repeats notifications that may not have been sent. */
export const TELL_AGAIN_MINUTES = 2;

/** Whether the change names somebody else or corrects the same person. */
export const PERSON_CHANGES = ["someone-else", "correction"] as const;
export type PersonChange = (typeof PERSON_CHANGES)[number];

/** A corrected or unchanged person keeps the id (PEOPLE-07); somebody else gets a new one. */
export const asPerson = (
  known: Person | undefined,
  { name, email, capacity, telephone }: Omit<Person, "id">,
  newId: string,
  change: PersonChange = "someone-else",
): Person => ({
  id: known && (change === "correction" || isSamePerson(known, { name, email })) ? known.id : newId,
  name,
  email,
  ...(capacity === undefined ? {} : { capacity }),
  ...(telephone === undefined ? {} : { telephone }),
});

const isUnchanged = (one: Person | undefined, other: Person | undefined) =>
  one?.id === other?.id &&
  [...TOLD_FIELDS, "telephone" as const].every((field) => one?.[field] === other?.[field]);

/** What a person is told of when it changes. A telephone number needs no mail. */
export const TOLD_FIELDS = ["name", "capacity", "email"] as const satisfies (keyof Person)[];
/** Whether a change concerns more than a telephone number. */
export const isToldOf = ({ from, to }: PersonMove): boolean =>
  from?.id !== to?.id || TOLD_FIELDS.some((field) => from?.[field] !== to?.[field]);

/** The changed persons between two versions of a dossier, by part. */
export const movesBetween = (before: People, after: People): PersonMove[] =>
  PERSON_PARTS.filter((part) => !isUnchanged(before[part], after[part])).map((part) => ({
    part,
    from: before[part],
    to: after[part],
  }));

/** A change record for each person. Notifications (people/tell-people.ts) are based on these records. */
export const changesOfPeople = (moves: PersonMove[], by: Actor, at: Instant, newId: NewId): Change[] =>
  moves.map(({ part, from, to }) => ({ id: newId(), at, by, what: `people.${part}`, from, to }));

/** Sets the people of a dossier, with a clock on which follow-up repeats the notifications until they are sent. */
export const withPeople = <D extends Dossier>(dossier: D, people: People, at: Instant): D => ({
  ...dossier,
  people,
  clocks: withClock(dossier.clocks, "people", addMinutes(at, TELL_AGAIN_MINUTES)),
});
