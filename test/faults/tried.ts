import type { Cloud } from "../../local/cloud.ts";
import { type Armed, arm, cutMails } from "./aimed.ts";
import type { DeletedNow, DossierNow } from "./dossier-now.ts";
import type { PersistentStage } from "./persistent-stage.ts";
import type { Trial } from "./plan.ts";
import { type Broken, brokenOf } from "./promises.ts";

type Seen = DossierNow | DeletedNow;

/** One dossier that is played while trials strike it. */
export class Tried {
  readonly stage: PersistentStage;
  readonly armed: Armed[];
  /** The first promises that did not hold. */
  broken: Broken[] | undefined;
  /** What struck since everything was right. */
  suspects: Trial[] = [];
  /** Trials that were clean when last looked at, by how often they had struck then. */
  #cleared = new Map<Armed, number>();

  constructor(cloud: Cloud, stage: PersistentStage, trials: readonly Trial[]) {
    this.stage = stage;
    this.armed = arm(cloud, stage, trials);
  }

  /** Trials that struck since everything was right. */
  get struckSince(): Trial[] {
    return this.armed
      .filter((armed) => armed.handle.struck.length > (this.#cleared.get(armed) ?? 0))
      .map(({ trial }) => trial);
  }

  /** How often something struck it. */
  get strikes(): number {
    return this.armed.reduce((sum, { handle }) => sum + handle.struck.length, 0);
  }

  /** Looks whether everything is as it must be beside the undisturbed one. */
  async check(now: Seen | undefined, undisturbed: Seen): Promise<void> {
    if (this.broken) return;
    if (!now) return this.#breaks([{ promise: "there is a dossier", what: [] }]);
    const cut = await cutMails(this.armed, now.reference);
    const broken = brokenOf({ now, undisturbed, cut });
    if (broken.length > 0) return this.#breaks(broken);
    this.#cleared = new Map(this.armed.map((armed) => [armed, armed.handle.struck.length]));
  }

  /** Its people tried and tried. */
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
