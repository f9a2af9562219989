import { decodeTime, isValid } from "ulid";

const DAY = 24 * 60 * 60 * 1000;

/** The bucket ends an export after a day; its id says when it was made. */
export function exportIsThere(exportId: string, now: Date): boolean {
  if (!isValid(exportId)) return false;
  const age = now.getTime() - decodeTime(exportId);
  return age >= 0 && age < DAY;
}
