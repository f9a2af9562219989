import type { Cloud } from "../../local/cloud.ts";
import { type Armed, arm, cutMails } from "./aimed.ts";
import type { DeletedNow, DossierNow } from "./dossier-now.ts";
import type { PersistentStage } from "./persistent-stage.ts";
import type { Trial } from "./plan.ts";
import { type Broken, brokenOf } from "./promises.ts";

type Seen = DossierNow | DeletedNow;

/** One dossier that is played while trials hit it. */
export class Tried {
  readonly stage: PersistentStage;
  readonly armed: Armed[];
  /** The first broken promises. */
  broken: Broken[] | undefined;
  /** Trials that hit since the last success. */
  suspects: Trial[] = [];
  /** Trials without problems at the last check, by their number of hits then. */
  #cleared = new Map<Armed, number>();

  constructor(cloud: Cloud, stage: PersistentStage, trials: readonly Trial[]) {
    this.stage = stage;
    this.armed = arm(cloud, stage, trials);
  }

  /** Trials that hit since the last success. */
  get struckSince(): Trial[] {
    return this.armed
      .filter((armed) => armed.handle.struck.length > (this.#cleared.get(armed) ?? 0))
      .map(({ trial }) => trial);
  }

  /** Number of hits. */
  get strikes(): number {
    return this.armed.reduce((sum, { handle }) => sum + handle.struck.length, 0);
  }

  /** Compares it with the dossier without faults. */
  async check(now: Seen | undefined, undisturbed: Seen): Promise<void> {
    if (this.broken) return;
    if (!now) return this.#breaks([{ promise: "there is a dossier", what: [] }]);
    const cut = await cutMails(this.armed, now.reference);
    const broken = brokenOf({ now, undisturbed, cut });
    if (broken.length > 0) return this.#breaks(broken);
    this.#cleared = new Map(this.armed.map((armed) => [armed, armed.handle.struck.length]));
  }

  /** Its people have given up. */
  stuck(error: unknown): void {
    const what = [error instanceof Error ? error.message : String(error)];
    if (!this.broken) this.#breaks([{ promise: "people reach what they want after some tries", what }]);
  }

  #breaks(broken: Broken[]): void {
    this.broken = broken;
    this.suspects = this.struckSince;
    for (const { handle } of this.armed) handle.remove();
  }
}
