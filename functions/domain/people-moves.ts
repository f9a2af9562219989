import { addMinutes, type Instant } from "./calendar.ts";
import { withClock } from "./clocks.ts";
import type { Dossier } from "./dossier.ts";
import { type Actor, type Person, PERSON_PARTS, type PersonPart } from "./people.ts";
import { isSamePerson } from "./is-same-person.ts";
import type { NewId } from "./ports.ts";
import type { Change } from "./records.ts";

export type People = Dossier["people"];
/** One person of the dossier who became another, or the same person under another name. */
export type PersonMove = { part: PersonPart; from?: Person; to?: Person };

/** When follow-up tells people what was perhaps not told. */
const TELL_AGAIN_MINUTES = 2;

/** Whether a change is about the same person as before. */
export const PERSON_CHANGES = ["someone-else", "correction"] as const;
export type PersonChange = (typeof PERSON_CHANGES)[number];

/** Who is corrected, or named once more, stays the same person (PEOPLE-07); anybody else is new. */
export const asPerson = (
  known: Person | undefined,
  { name, email, capacity }: Omit<Person, "id">,
  newId: string,
  change: PersonChange = "someone-else",
): Person => ({
  id: known && (change === "correction" || isSamePerson(known, { name, email })) ? known.id : newId,
  name,
  email,
  ...(capacity === undefined ? {} : { capacity }),
});

const isUnchanged = (one: Person | undefined, other: Person | undefined) =>
  one?.id === other?.id &&
  one?.name === other?.name &&
  one?.email === other?.email &&
  one?.capacity === other?.capacity;

/** Who changed between two moments of a dossier, each part once. */
export const movesBetween = (before: People, after: People): PersonMove[] =>
  PERSON_PARTS.filter((part) => !isUnchanged(before[part], after[part])).map((part) => ({
    part,
    from: before[part],
    to: after[part],
  }));

/** A record for each person. Whoever is told of a change (people/tell-people.ts) is told from these. */
export const changesOfPeople = (moves: PersonMove[], by: Actor, at: Instant, newId: NewId): Change[] =>
  moves.map(({ part, from, to }) => ({ id: newId(), at, by, what: `people.${part}`, from, to }));

/** A dossier with other people: a clock makes follow-up repeat the telling until it is done. */
export const withPeople = <D extends Dossier>(dossier: D, people: People, at: Instant): D => ({
  ...dossier,
  people,
  clocks: withClock(dossier.clocks, "people", addMinutes(at, TELL_AGAIN_MINUTES)),
});
