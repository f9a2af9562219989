import { addMinutes, type Instant, toInstant } from "../../domain/calendar.ts";
import { type Colleague, wasEnded } from "../../domain/staff.ts";
import type { AdminSite, Caller } from "./admin-site.ts";

/** The longest that a session lasts after its person was last seen by the issuer, in minutes. */
const LONGEST_SESSION = 8 * 60;

/** Whether a session of this colleague may still be open. */
export const maySignedIn = (colleague: Colleague, now: Instant): boolean =>
  addMinutes(colleague.seenAt, LONGEST_SESSION) > now && !wasEnded(colleague);

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

/** The issuer gives no role any more: what was begun under one, such as an upload, is not taken in either. */
export async function forgetRoles({ staff }: Pick<AdminSite, "staff">, subject: string): Promise<void> {
  const colleague = (await staff.listColleagues()).find((known) => known.subject === subject);
  if (colleague) await staff.remember({ ...colleague, roles: [] });
}
