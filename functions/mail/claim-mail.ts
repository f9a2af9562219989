import { addSeconds, type Instant, toInstant } from "../domain/calendar.ts";
import { Conflict, InProgress } from "../domain/errors.ts";
import type { Clock, MailClaim, MailRecords, NewId, Pause } from "../domain/ports.ts";
import type { MailRecord } from "../domain/records.ts";

/**
 * Validity of a claim. It is longer than the function of a state or of the site can run, and longer than the calls from
 * a claim to the answer of SES can take (client-settings.ts), but shorter than the last pause before the workflow
 * retries a step.
 */
export const CLAIM_SECONDS = 120;
/** How often, and with what interval, another sender's claim is checked before the work is left to a retry. */
const WAITS = 10;
const WAIT_MS = 400;

type ToClaim = Pick<MailRecord, "key" | "template" | "to" | "person" | "task" | "subject" | "reference"> & {
  about: string;
  keptUntil?: Instant;
};
type Deps = { mails: MailRecords; now: Clock; newId: NewId; pause: Pause };

/**
 * Claims a mail, so that nobody else sends it meanwhile, and returns the claim without its end. Undefined when the mail
 * was sent or refused, also while waiting for another sender. Throws `InProgress` when the other sender does not
 * finish. The mail is then not reported as sent: the retry of the work takes over the claim of a sender that died.
 */
export async function claimMail(mail: ToClaim, deps: Deps): Promise<MailClaim | undefined> {
  const { about, keptUntil, ...record } = mail;
  const claimedBy = deps.newId();
  let known: MailRecord | undefined;
  for (let waited = 0; ; waited++) {
    const at = toInstant(deps.now());
    const tried = { since: known?.since ?? known?.at ?? at, failure: known?.failure };
    const claim = { ...record, ...tried, status: "sending", claimedBy, at } as const;
    try {
      await deps.mails.claim(about, { ...claim, claimedUntil: addSeconds(at, CLAIM_SECONDS) }, keptUntil);
      return claim;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
    known = await deps.mails.find(about, record.key);
    if (known && known.status !== "sending") return undefined;
    if (waited === WAITS) throw new InProgress("MAIL_CLAIMED", { about, key: record.key });
    if (isClaimed(known, at)) await deps.pause(WAIT_MS);
  }
}

const isClaimed = (mail: MailRecord | undefined, now: Instant): boolean =>
  mail?.claimedUntil !== undefined && mail.claimedUntil > now;
