import { VirtualClock } from "../../local/foundation/clock.ts";
import type { Cloud } from "../../local/cloud.ts";
import { count } from "./aimed.ts";
import { dossiersNow } from "./dossier-now.ts";
import { Lockstep } from "./lockstep.ts";
import { PersistentStage } from "./persistent-stage.ts";
import { type Play, PLAYS } from "./plays.ts";
import type { Calls, Trial } from "./plan.ts";
import { Tried } from "./tried.ts";

const MINUTE = 60_000;
/** Number and interval of sweeps without faults, enough to complete all interrupted work. */
const SWEEPS = 3;
const BETWEEN_SWEEPS = 12 * MINUTE;
/** Maximum number of onboardings whose people act at once: some wait while the SDK retries a call. */
const AT_ONCE = 12;

/** For a local cloud: while the clock moves, follow-up runs once, at the end. */
export const ONE_SWEEP_A_MOVE = 1000 * 86_400_000;

/**
 * For a local cloud with many onboardings: retries at nearly the same time run in parallel, also while many wait for
 * the SDK to retry a call or for the claim of a mail to end.
 */
export const forMany = () => ({
  coalesce: ONE_SWEEP_A_MOVE,
  clock: new VirtualClock(0, { together: 3 * MINUTE }),
  mostRunning: 16,
  // To start an environment costs more than most invocations.
  mostOfOne: 4,
});

let places = 0;

/**
 * Plays an onboarding without faults, and in step with it one for each share of trials. After each act everything comes
 * to rest and is compared with the onboarding without faults, whose calls are returned too.
 */
export async function tryFaults(
  cloud: Cloud,
  shares: readonly (readonly Trial[])[],
  { play, fromStart }: Play = PLAYS.onboarding,
): Promise<{ calls: Calls; tried: Tried[] }> {
  const lockstep = new Lockstep(AT_ONCE, {
    rest: comeToRest,
    move: (milliseconds) => cloud.advance(milliseconds),
  });
  const newStage = () => new PersistentStage(cloud, ++places, lockstep, { mayStrike: fromStart });
  const undisturbed = newStage();
  const calls = count(cloud, undisturbed);
  const tried = shares.map((trials) => new Tried(cloud, newStage(), trials));

  const strikes = () => tried.reduce((sum, one) => sum + one.strikes, 0);

  async function comeToRest(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await cloud.advance(milliseconds);
    await sweep();
    const alive = tried.filter(({ broken }) => !broken);
    const now = await dossiersNow(cloud, [undisturbed, ...alive.map(({ stage }) => stage)]);
    const right = now.get(undisturbed);
    if (!right) throw new Error("the undisturbed onboarding has no dossier");
    for (const one of alive) await one.check(now.get(one.stage), right);
  }

  /** Sweeps without faults; a sweep with a fault does so little that it does not count. */
  async function sweep(): Promise<void> {
    const isStruck = tried.some((one) => one.struckSince.length > 0);
    for (let quiet = isStruck ? 0 : SWEEPS - 1; quiet < SWEEPS;) {
      const before = strikes();
      await cloud.advance(BETWEEN_SWEEPS);
      quiet = strikes() > before ? 0 : quiet + 1;
    }
  }

  await Promise.all([
    lockstep.during(() => play(undisturbed)),
    ...tried.map((one) => lockstep.during(() => play(one.stage).catch((error: unknown) => one.stuck(error)))),
  ]);
  cloud.faults.clear();
  return { calls, tried };
}
