import type { Reading } from "../../domain/reading.ts";
import { type KnownPerson } from "./persons.ts";

/** A reading without its reader. */
export type ToldReading = Pick<Reading, "day" | "what" | "id">;
export type ReadingsAbout = { isReader: boolean; readings: ToldReading[] };

const isSame = (one: ToldReading, other: ToldReading) =>
  one.day === other.day && one.what === other.what && one.id === other.id;

/**
 * COPY-02: the copy for a person of the consumer lists the days on which the LED read the dossier, and what was read,
 * but not the readers. The copy for a person of the LED lists their own readings.
 * Source: GDPR 15(1) and (4); Court of Justice C-579/21: when and why data were consulted, not by which employee.
 */
export function readingsAbout(person: KnownPerson, readings: readonly Reading[]): ReadingsAbout {
  const own = readings.filter(({ by }) => person.ids.includes(by.id));
  const told = (own.length > 0 ? own : readings).map(({ day, what, id }) => ({ day, what, id }));
  return {
    isReader: own.length > 0,
    readings: told.filter((one, place) => told.findIndex((other) => isSame(one, other)) === place),
  };
}
