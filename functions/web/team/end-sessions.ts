import { addMinutes, type Instant, toInstant } from "../../domain/calendar.ts";
import { type Colleague, wasEnded } from "../../domain/staff.ts";
import type { AdminSite, Caller } from "./admin-site.ts";

/** Maximum length of a session after the last check at the issuer, in minutes. */
const LONGEST_SESSION = 8 * 60;

/** Whether this colleague may still have an open session. */
export const maySignedIn = (colleague: Colleague, now: Instant): boolean =>
  addMinutes(colleague.seenAt, LONGEST_SESSION) > now && !wasEnded(colleague);

/**
 * Ends all sessions and earlier tokens of a colleague at once, after a lost laptop or a departure. A colleague with a
 * role at the issuer can sign in again. False for an unknown subject.
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

/** The issuer no longer gives a role: work that began under it, such as an upload, is refused too. */
export async function forgetRoles({ staff }: Pick<AdminSite, "staff">, subject: string): Promise<void> {
  const colleague = (await staff.listColleagues()).find((known) => known.subject === subject);
  if (colleague) await staff.remember({ ...colleague, roles: [] });
}
