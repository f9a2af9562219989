import { addMinutes, type Instant, toInstant } from "../../domain/calendar.ts";
import type { Colleague } from "../../domain/staff.ts";
import type { AdminSite, Caller } from "./admin-site.ts";

/** The longest that a session lasts after its person was last seen by the issuer, in minutes. */
const LONGEST_SESSION = 8 * 60;

/** Whether a session of this colleague may still be open. */
export const maySignedIn = ({ seenAt, ended }: Colleague, now: Instant): boolean =>
  addMinutes(seenAt, LONGEST_SESSION) > now && (ended === undefined || ended.at < seenAt);

/**
 * Ends every session of a colleague, and every token of before, at once: a laptop that was left, a colleague who left. Who
 * still has its role at the issuer can sign in again. False when nobody of that subject is known.
 */
export async function endSessionsOf(
  { staff, sessions, now }: Pick<AdminSite, "staff" | "sessions" | "now">,
  subject: string,
  by: Caller,
): Promise<boolean> {
  const colleague = (await staff.listColleagues()).find((known) => known.subject === subject);
  if (!colleague) return false;
  await sessions.endAll(subject);
  await staff.remember({ ...colleague, ended: { at: toInstant(now()), by: by.name } });
  return true;
}
