import { addDays, addMinutes, toInstant } from "../domain/calendar.ts";
import { DOSSIER_CLOCKS, type DossierClock, dueClocks, withClock, withoutClock } from "../domain/clocks.ts";
import { type Dossier, isUnderWay, withdrawalOf } from "../domain/dossier.ts";
import { SYSTEM } from "../domain/people.ts";
import type { TellPeople } from "../people/tell-people.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import type { FollowRetention } from "../retention/follow-retention.ts";
import type { CarryOutHold } from "../hold/carry-out-hold.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { CheckExecution } from "../executions/check-execution.ts";
import type { CompleteClosing } from "../dossiers/complete-closing.ts";
import type { BeginAskedEnd, EndUse } from "../out-of-use/end-use.ts";
import type { RenewExecution } from "../executions/renew-execution.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";
import type { CarryOutWithdrawal } from "../dossiers/withdraw-dossier.ts";
import { actOnEach } from "./act-on-each.ts";

/** When to look again whether a withdrawal has closed its dossier. */
const LOOK_AGAIN_MINUTES = 10;

type Deps = {
  dossiers: Dossiers;
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  carryOutWithdrawal: CarryOutWithdrawal;
  completeClosing: CompleteClosing;
  renewExecution: RenewExecution;
  checkExecution: CheckExecution;
  openEnquiry: (dossier: Dossier) => Promise<void>;
  endUse: EndUse;
  beginAskedEnd: BeginAskedEnd;
  checkYearly: (dossier: Dossier) => Promise<void>;
  tellTermIsOver: (dossier: Dossier) => Promise<void>;
  followRetention: FollowRetention;
  tellPeopleAgain: TellPeople;
  carryOutHold: CarryOutHold;
  now: Clock;
};
type OnClock = (deps: Deps, dossier: Dossier) => Promise<void>;

export type FollowUpDossier = (dossier: Dossier) => Promise<void>;

/** Acts on what is due of a dossier; before each act it is read again, since an act may end what the next is about. */
export function createFollowUpDossier(deps: Deps): FollowUpDossier {
  return async (dossier) => {
    const now = toInstant(deps.now());
    await actOnEach(dueClocks(dossier.clocks, now), async (clock) => {
      const current = await deps.dossiers.find(dossier.id);
      if (current && dueClocks(current.clocks, now).includes(clock)) await onClock(deps, current, clock);
    });
  };
}

async function onClock(deps: Deps, dossier: Dossier, clock: DossierClock): Promise<void> {
  const isOver = dossier.status === "CLOSED" && !("ofClosed" in DOSSIER_CLOCKS[clock]);
  await (isOver ? stop(deps, dossier, clock) : ON_CLOCK[clock](deps, dossier));
}

const ON_CLOCK: Record<DossierClock, OnClock> = {
  /** An execution that was written and perhaps not started. A parked dossier is started by who continues it. */
  start: (deps, dossier) =>
    isUnderWay(dossier) && dossier.request.start ? deps.launch(dossier) : stop(deps, dossier, "start"),

  /** A withdrawal that the workflow has perhaps not heard of. */
  closing: async (deps, dossier) => {
    await deps.carryOutWithdrawal(dossier);
    const again = addMinutes(toInstant(deps.now()), LOOK_AGAIN_MINUTES);
    await deps.changeDossier(dossier.id, (current) => {
      if (!("closing" in current.clocks)) return undefined;
      const clocks = withdrawalOf(current)
        ? withClock(current.clocks, "closing", again)
        : withoutClock(current.clocks, "closing");
      return { ...current, clocks };
    });
  },

  /** A closing of which perhaps not everybody has heard. */
  closed: (deps, dossier) => deps.completeClosing(dossier.id),

  /** An execution that has grown old. */
  executionAge: (deps, dossier) => deps.renewExecution(dossier),

  /** An execution that is perhaps not there any more. */
  executionCheck: (deps, dossier) => deps.checkExecution(dossier),

  /** The end of a term comes near. While another agreement is being made, that one has the next term. */
  notice: (deps, dossier) => askRenewal(deps, dossier, "notice"),

  /** A term is over. With another agreement still to be signed people must know that nothing allows the use for now. */
  termEnd: async (deps, dossier) => {
    if (dossier.status === "IN_USE") return askRenewal(deps, dossier, "termEnd");
    if (isUnderWay(dossier) && !dossier.protocol?.signatures.authority) await deps.tellTermIsOver(dossier);
    await putOffWhileParked(deps, dossier, "termEnd");
  },

  yearly: (deps, dossier) => deps.checkYearly(dossier),

  /** The end of a use that waited for something else to be given up. */
  ending: async (deps, dossier) => {
    if (dossier.status !== "IN_USE" || !dossier.use.endingAsked) return stop(deps, dossier, "ending");
    await deps.beginAskedEnd(dossier.id);
  },

  /** A question that was perhaps not asked. */
  enquiry: (deps, dossier) => deps.openEnquiry(dossier),

  /** The deletion of a closed dossier: its notice, and a month later the deletion itself. */
  retentionNotice: (deps, dossier) => deps.followRetention(dossier),
  retention: (deps, dossier) => deps.followRetention(dossier),
  /** A change of people of which perhaps not everybody has heard. */
  people: (deps, dossier) => deps.tellPeopleAgain(dossier),
  /** A hold that ends, or that began or ended without everything that follows. */
  hold: (deps, dossier) => deps.carryOutHold(dossier.id),
};

async function askRenewal(deps: Deps, dossier: Dossier, clock: DossierClock): Promise<void> {
  if (dossier.status !== "IN_USE") return putOffWhileParked(deps, dossier, clock);
  await deps.endUse(dossier.id, { reason: "term" }, SYSTEM);
}

/** What a parked dossier misses is looked at again the next day; any other is done with this clock. */
async function putOffWhileParked(deps: Deps, dossier: Dossier, clock: DossierClock): Promise<void> {
  if (dossier.status !== "PARKED") return stop(deps, dossier, clock);
  const again = addDays(toInstant(deps.now()), 1);
  await deps.changeDossier(dossier.id, (current) =>
    clock in current.clocks ? { ...current, clocks: withClock(current.clocks, clock, again) } : undefined,
  );
}

async function stop({ changeDossier }: Deps, { id }: Dossier, clock: DossierClock): Promise<void> {
  await changeDossier(id, (current) =>
    clock in current.clocks ? { ...current, clocks: withoutClock(current.clocks, clock) } : undefined,
  );
}
