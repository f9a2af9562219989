import { dateOf, toInstant } from "../../domain/calendar.ts";
import type { Clock, Readings } from "../../domain/ports.ts";
import { type Reading } from "../../domain/reading.ts";
import type { Caller } from "./admin-site.ts";

export type RecordingDeps = { readings: Pick<Readings, "record">; now: Clock };

/**
 * READING-01: every reading of a dossier, a document or an export by a person of the LED is recorded before it is
 * shown, on the pages and through the API, once for each person, day and thing. When the record fails, nothing is
 * shown.
 * Source: accountability and security (GDPR 5(2) and 32(1)); Court of Justice C-579/21, on records of consultation.
 */
export async function recordReading(
  { readings, now }: RecordingDeps,
  { subject, name, roles }: Caller,
  dossierId: string,
  thing: Pick<Reading, "what" | "id">,
): Promise<void> {
  const at = toInstant(now());
  const by = { id: subject, name, roles };
  await readings.record(dossierId, {
    ...{ day: dateOf(at), at, by, ...thing },
  });
}
