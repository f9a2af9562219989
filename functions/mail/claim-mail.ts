import { addSeconds, type Instant, toInstant } from "../domain/calendar.ts";
import { Conflict, InProgress } from "../domain/errors.ts";
import type { Clock, MailClaim, MailRecords, NewId, Pause } from "../domain/ports.ts";
import type { MailRecord } from "../domain/records.ts";

/**
 * How long a claim lasts. That is longer than the function of a state or of the site runs, and longer than the calls
 * from a claim to the answer of SES can take (client-settings.ts); but shorter than the workflow repeats a step.
 */
const CLAIM_SECONDS = 120;
/** How often the claim of somebody else is looked at again before the work is left to a repeat, and how long in between. */
const WAITS = 10;
const WAIT_MS = 400;

type ToClaim = Pick<MailRecord, "key" | "template" | "to" | "subject"> & {
  about: string;
  keptUntil?: Instant;
};
type Deps = { mails: MailRecords; now: Clock; newId: NewId; pause: Pause };

/**
 * Claims a mail, so that nobody else sends it meanwhile, and answers the claim without its end. Undefined when it was sent
 * or refused, also while waiting for another sender. `InProgress` when the other does not come to an end: the mail is then
 * not reported as sent, so that the work is repeated, and takes over the claim of a sender that died.
 */
export async function claimMail(mail: ToClaim, deps: Deps): Promise<MailClaim | undefined> {
  const { about, keptUntil, ...record } = mail;
  const claim = { ...record, status: "sending", claimedBy: deps.newId() } as const;
  for (let waited = 0; ; waited++) {
    const at = toInstant(deps.now());
    try {
      await deps.mails.claim(about, { ...claim, at, claimedUntil: addSeconds(at, CLAIM_SECONDS) }, keptUntil);
      return { ...claim, at };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
    const known = await deps.mails.find(about, record.key);
    if (known && known.status !== "sending") return undefined;
    if (waited === WAITS) throw new InProgress("MAIL_CLAIMED", { about, key: record.key });
    await deps.pause(WAIT_MS);
  }
}
