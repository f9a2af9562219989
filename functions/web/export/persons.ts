import * as z from "zod";
import { isOfConsumer, isSameAddress, Person } from "../../domain/people.ts";
import { isSameName } from "../../domain/person-names.ts";
import type { Reading } from "../../domain/reading.ts";
import type { WholeDossier } from "../../domain/ports.ts";

/**
 * A person of the consumer as known to the dossier: one id, or one name at one address (PEOPLE-07), with any parts.
 * `id`, `name` and `email` are the current values; the others include all former ones.
 */
export type KnownPerson = {
  id: string;
  name: string;
  email?: string;
  ids: string[];
  names: string[];
  emails: string[];
};

/** A mention of a person. The author of the first message had no id yet. */
type Sighting = { id: string | undefined; name: string; email?: string };

const People = z.record(z.string(), z.unknown());

/** The persons in an overwritten value. */
const personsIn = (value: unknown): Person[] =>
  [value, ...Object.values(People.safeParse(value).data ?? {})].flatMap((one) => {
    const { data } = Person.safeParse(one);
    return data ? [data] : [];
  });

const isOf = ({ id, name, email }: Sighting, person: KnownPerson): boolean => {
  const isNamed = person.names.some((known) => isSameName(known, name));
  if (id === undefined) return isNamed;
  return person.ids.includes(id) || (isNamed && person.emails.some((known) => isSameAddress(known, email)));
};

const withOne = <T>(values: T[], value: T | undefined): T[] =>
  value === undefined || values.includes(value) ? values : [...values, value];

const seenAs = (person: KnownPerson, { id, name, email }: Sighting): KnownPerson => ({
  ...person,
  ids: withOne(person.ids, id),
  names: withOne(person.names, name),
  emails: withOne(person.emails, email),
});

/** Every person of the consumer in the dossier, including former ones; each once. */
export function personsOf(whole: WholeDossier): KnownPerson[] {
  return sightingsIn(whole).reduce<KnownPerson[]>((persons, sighting) => {
    const place = persons.findIndex((person) => isOf(sighting, person));
    if (place >= 0)
      return persons.map((person, index) => (index === place ? seenAs(person, sighting) : person));
    const { id = whole.dossier.id, name, email } = sighting;
    return [...persons, seenAs({ id, name, email, ids: [], names: [], emails: [] }, sighting)];
  }, []);
}

/** Every person of the LED who read the dossier, each once, under the latest name. */
export const readersOf = (readings: readonly Reading[]): KnownPerson[] =>
  [...new Set(readings.map(({ by }) => by.id))].map((id) => {
    const names = readings.filter(({ by }) => by.id === id).map(({ by }) => by.name);
    return { id, name: names[0] ?? id, ids: [id], names: [...new Set(names)], emails: [] };
  });

/** Mentions with an address come first, mentions as an actor only come last. */
function sightingsIn({ dossier, accesses, changes, tasks, documents, notes }: WholeDossier): Sighting[] {
  const actors = [
    ...tasks.flatMap(({ decision }) => (decision ? [decision.by] : [])),
    ...[...documents, ...notes, ...changes].map(({ by }) => by),
  ].filter(isOfConsumer);
  return [
    ...personsIn(dossier.people),
    ...accesses.flatMap(({ contacts }) => personsIn(contacts)),
    ...changes.flatMap(({ from, to }) => [...personsIn(from), ...personsIn(to)]),
    ...actors.map(({ id, name }) => ({ id: id === dossier.id ? undefined : id, name })),
  ];
}
