import { RetryLater } from "../../functions/domain/errors.ts";
import type { DayDigest } from "../../functions/domain/log.ts";
import type { KeptDigest, LogDigests } from "../../functions/domain/ports.ts";

type Kept = { digest: DayDigest; lockedUntil: string };

/** The bucket with object lock: what is kept is never overwritten. */
export class FakeLogDigests implements LogDigests {
  /** By `<dossier>/<day>`. */
  readonly kept = new Map<string, Kept>();
  isDown = false;

  async keep(digest: DayDigest, lockedUntil: string): Promise<DayDigest> {
    if (this.isDown) throw new RetryLater("BUCKET_UNAVAILABLE");
    const key = `${digest.dossier}/${digest.day}`;
    const kept = this.kept.get(key) ?? { digest: structuredClone(digest), lockedUntil };
    this.kept.set(key, kept);
    return kept.digest;
  }

  async list(dossierId: string): Promise<KeptDigest[]> {
    return [...this.kept]
      .filter(([key]) => key.startsWith(`${dossierId}/`))
      .map(([key, { digest }]) => ({ day: key.slice(dossierId.length + 1), digest }))
      .sort((a, b) => a.day.localeCompare(b.day));
  }
}
