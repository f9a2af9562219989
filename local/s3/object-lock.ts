import { AwsError } from "../foundation/aws-error.ts";
import type { StoredObject } from "./objects.ts";

/**
 * Object lock: a version with a retention is neither deleted nor given a shorter one before its time. Under `GOVERNANCE`
 * a caller with a permission of its own passes by; under `COMPLIANCE` nobody does. A new version of the key is always
 * possible. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */

export const LOCK_MODES = ["GOVERNANCE", "COMPLIANCE"] as const;
/** Of a bucket whose objects can be locked; `retention` is that of a version that is put without one. */
export type BucketLock = { retention?: { mode: (typeof LOCK_MODES)[number]; days: number } };

const MODE = "x-amz-object-lock-mode";
const UNTIL = "x-amz-object-lock-retain-until-date";
const DAY = 86_400_000;

/** Whether a request names a retention, for which its caller needs a permission. */
export const namesRetention = (headers: Record<string, unknown>): boolean =>
  headers[MODE] !== undefined || headers[UNTIL] !== undefined;

const wrong = (message: string) => new AwsError("InvalidArgument", message);

/** The headers that say how a new version is locked: as the request asks, else as the bucket does. */
export function lockHeaders(
  { lock }: { lock: BucketLock | undefined },
  given: ReadonlyMap<string, string>,
  now: number,
): Record<string, string> {
  const [mode, until] = [given.get(MODE), given.get(UNTIL)];
  if (mode === undefined && until === undefined) {
    const retention = lock?.retention;
    if (!retention) return {};
    return { [MODE]: retention.mode, [UNTIL]: new Date(now + retention.days * DAY).toISOString() };
  }
  if (!lock) throw new AwsError("InvalidRequest", "Bucket is missing Object Lock Configuration");
  if (mode === undefined || until === undefined) throw wrong(`${MODE} and ${UNTIL} must both be supplied`);
  if (mode !== "GOVERNANCE" && mode !== "COMPLIANCE") throw wrong("Unknown wormMode directive.");
  if (!(Date.parse(until) > now)) throw wrong("The retain until date must be in the future!");
  return { [MODE]: mode, [UNTIL]: until };
}

export const isLocked = ({ headers }: Pick<StoredObject, "headers">, now: number): boolean =>
  Date.parse(headers[UNTIL] ?? "") > now;

/** `mayBypass`: the caller asks to pass by governance, and is allowed to. */
export function requireUnlocked(
  versions: readonly StoredObject[],
  now: number,
  mayBypass: () => boolean,
): void {
  const locked = versions.filter((version) => isLocked(version, now));
  if (locked.length === 0) return;
  if (locked.every(({ headers }) => headers[MODE] === "GOVERNANCE") && mayBypass()) return;
  throw new AwsError("AccessDenied", "Access Denied because object protected by object lock.", 403);
}
