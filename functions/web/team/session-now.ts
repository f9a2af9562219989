import { addMinutes, toInstant } from "../../domain/calendar.ts";
import { Conflict, RetryLater } from "../../domain/errors.ts";
import type { FoundSession } from "../../domain/ports.ts";
import type { AdminSite } from "./admin-site.ts";
import { forgetRoles } from "./end-sessions.ts";
import type { SignedIn } from "./sign-in.ts";

/** Age in minutes at which the issuer is asked again, and the age after which the session needs a new sign-in. */
const ASK_AGAIN = 10;
const LONGEST_BELIEVED = 15;
/** Activity is recorded at most once a minute. */
const NOTE_MINUTES = 1;

type Site = Pick<AdminSite, "sessions" | "signIn" | "staff" | "now">;

/**
 * SIGN-02: a role that the issuer removes ends here within 15 minutes. After 10 minutes the issuer is asked with the
 * session's refresh token. Without a token or an answer the person signs in again after 15 minutes; the issuer does
 * that without interaction while its own session lasts. Typed input is kept: the form is shown again.
 * Source: least privilege (GDPR 32(1)); design, rule 10.
 */
export async function sessionNow(site: Site, secret: string): Promise<FoundSession | undefined> {
  const found = await site.sessions.find(secret);
  if (!found) return undefined;
  const now = toInstant(site.now());
  if (now < addMinutes(found.checkedAt, ASK_AGAIN)) {
    if (now >= addMinutes(found.seenAt, NOTE_MINUTES)) await unlessEnded(site.sessions.keep(secret));
    return found;
  }
  const person = found.refreshToken === undefined ? undefined : await askIssuer(site, found, now);
  if (person === "refused") {
    await site.sessions.end(secret);
    await forgetRoles(site, found.subject);
    return undefined;
  }
  if (!person) return now < addMinutes(found.checkedAt, LONGEST_BELIEVED) ? found : undefined;
  await unlessEnded(site.sessions.keep(secret, person));
  const { refreshToken: _, ...colleague } = person;
  await site.staff.remember({ ...colleague, seenAt: now });
  return { ...found, ...colleague };
}

/** Undefined while the issuer is unreachable and the last check is recent enough. */
async function askIssuer(
  { signIn }: Site,
  { subject, refreshToken = "", checkedAt }: FoundSession,
  now: string,
): Promise<SignedIn | "refused" | undefined> {
  try {
    const person = await signIn.renew(refreshToken, subject);
    return person && person.roles.length > 0 ? person : "refused";
  } catch (error) {
    if (error instanceof RetryLater && now < addMinutes(checkedAt, LONGEST_BELIEVED)) return undefined;
    throw error;
  }
}

/** A concurrent request recorded the same, or the session ended; then the next request finds no session. */
async function unlessEnded(kept: Promise<void>): Promise<void> {
  try {
    await kept;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
