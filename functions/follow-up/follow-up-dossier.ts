import { addMinutes, toInstant } from "../domain/calendar.ts";
import { dueClocks, withClock, withoutClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import type { CarryOutHold } from "../workflow/carry-out-hold.ts";
import type { ChangeDossier } from "../workflow/change-dossier.ts";
import type { CloseDossier } from "../workflow/close-dossier.ts";
import type { RenewExecution } from "../workflow/renew-execution.ts";
import type { LaunchExecution } from "../workflow/start-execution.ts";
import type { CarryOutWithdrawal } from "../workflow/withdraw-dossier.ts";

/** When to look again whether a withdrawal has closed its dossier. */
const LOOK_AGAIN_MINUTES = 10;

type Deps = {
  dossiers: Dossiers;
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  carryOutWithdrawal: CarryOutWithdrawal;
  closeDossier: CloseDossier;
  renewExecution: RenewExecution;
  openEnquiry: (dossier: Dossier) => Promise<void>;
  carryOutHold: CarryOutHold;
  now: Clock;
};
type OnClock = (deps: Deps, dossier: Dossier) => Promise<void>;

export type FollowUpDossier = (dossier: Dossier) => Promise<void>;

/** Acts on what is due of a dossier; after each act it is read again, since an act may end what the next is about. */
export function createFollowUpDossier(deps: Deps): FollowUpDossier {
  return async (dossier) => {
    let current: Dossier | undefined = dossier;
    for (const clock of dueClocks(dossier.clocks, toInstant(deps.now()))) {
      if (current && clock in current.clocks) await onClock(deps, current, clock);
      current = await deps.dossiers.find(dossier.id);
    }
  };
}

async function onClock(deps: Deps, dossier: Dossier, clock: string): Promise<void> {
  const act = Object.hasOwn(ON_CLOCK, clock) ? ON_CLOCK[clock] : undefined;
  if (!act) throw new GiveUp("CLOCK_UNKNOWN", { dossier: dossier.id, clock });
  const isOver = dossier.status === "CLOSED" && clock !== "closed";
  await (isOver ? stop(deps, dossier, clock) : act(deps, dossier));
}

const ON_CLOCK: Record<string, OnClock> = {
  /** An execution that was written and perhaps not started. A parked dossier is started by who continues it. */
  start: (deps, dossier) =>
    dossier.start && dossier.status !== "PARKED"
      ? deps.launch(dossier)
      : stop(deps, dossier, "start", { start: undefined }),

  /** A withdrawal that the workflow has perhaps not heard of. */
  closing: async (deps, dossier) => {
    await deps.carryOutWithdrawal(dossier);
    const again = addMinutes(toInstant(deps.now()), LOOK_AGAIN_MINUTES);
    await deps.changeDossier(dossier.id, (current) =>
      current.status === "CLOSED"
        ? undefined
        : { ...current, clocks: withClock(current.clocks, "closing", again) },
    );
  },

  /** A closing of which perhaps not everybody has heard. */
  closed: (deps, dossier) =>
    dossier.status === "CLOSED"
      ? deps.closeDossier(dossier.id, dossier.closed)
      : stop(deps, dossier, "closed"),

  /** An execution that has grown old. */
  executionAge: (deps, dossier) => deps.renewExecution(dossier),

  /** A question that was perhaps not asked. */
  enquiry: (deps, dossier) => deps.openEnquiry(dossier),

  /** A hold that ends, or that began or ended without everything that follows. */
  hold: (deps, dossier) => deps.carryOutHold(dossier.id),
};

async function stop(
  { changeDossier }: Deps,
  { id }: Dossier,
  clock: string,
  also: { start?: undefined } = {},
): Promise<void> {
  await changeDossier(id, (current) =>
    clock in current.clocks
      ? { ...current, ...also, clocks: withoutClock(current.clocks, clock) }
      : undefined,
  );
}
