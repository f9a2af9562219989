import * as z from "zod";
import { Person } from "../../domain/people.ts";
import type { WholeDossier } from "../../domain/ports.ts";

/** A person of the consumer, as far as the dossier knows it. */
export type KnownPerson = { id: string; name: string; email?: string };

const People = z.record(z.string(), z.unknown());

/** The persons in a value that was overwritten. */
const personsIn = (value: unknown): Person[] =>
  [value, ...Object.values(People.safeParse(value).data ?? {})].flatMap((one) => {
    const { data } = Person.safeParse(one);
    return data ? [data] : [];
  });

/** Every person of the consumer that the dossier names, those who left included; each once. */
export function personsOf({
  dossier,
  accesses,
  changes,
  tasks,
  documents,
  notes,
}: WholeDossier): KnownPerson[] {
  const actors = [
    ...tasks.flatMap(({ decision }) => (decision ? [decision.by] : [])),
    ...[...documents, ...notes, ...changes].map(({ by }) => by),
  ].filter(({ role }) => role === "applicant" || role === "signatory");
  const known: KnownPerson[] = [
    ...personsIn(dossier.people),
    ...accesses.flatMap(({ contacts }) => personsIn(contacts)),
    ...changes.flatMap(({ from, to }) => [...personsIn(from), ...personsIn(to)]),
    ...actors.map(({ id, name }) => ({ id, name })),
  ];
  return known.filter(({ id }, index) => known.findIndex((other) => other.id === id) === index);
}
