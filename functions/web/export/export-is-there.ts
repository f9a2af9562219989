import { decodeTime, isValid } from "ulid";

const DAY = 24 * 60 * 60 * 1000;

/** The bucket deletes an export after a day; its id contains the time of creation. */
export function exportIsThere(exportId: string, now: Date): boolean {
  if (!isValid(exportId)) return false;
  const age = now.getTime() - decodeTime(exportId);
  return age >= 0 && age < DAY;
}
