import { addDays, addMinutes, toInstant } from "../domain/calendar.ts";
import { DOSSIER_CLOCKS, type DossierClock, dueClocks, withClock, withoutClock } from "../domain/clocks.ts";
import { type Dossier, isUnderWay, withdrawalOf } from "../domain/dossier.ts";
import { SYSTEM } from "../domain/people.ts";
import type { TellPeople } from "../people/tell-people.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import type { FollowRetention } from "../retention/follow-retention.ts";
import type { CarryOutHold } from "../hold/carry-out-hold.ts";
import type { CarryOverOrganisation } from "../organisation/change-organisation.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { CheckExecution } from "../executions/check-execution.ts";
import type { CompleteClosing } from "../dossiers/complete-closing.ts";
import type { BeginAskedEnd, EndUse } from "../out-of-use/end-use.ts";
import type { RenewExecution } from "../executions/renew-execution.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";
import type { CarryOutWithdrawal } from "../dossiers/withdraw-dossier.ts";
import type { SendMessages } from "../dossiers/send-message.ts";
import { actOnEach } from "./act-on-each.ts";

/** Minutes after which to check again whether a withdrawal closed its dossier. */
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
  openEntering: (dossier: Dossier) => Promise<void>;
  endUse: EndUse;
  beginAskedEnd: BeginAskedEnd;
  checkYearly: (dossier: Dossier) => Promise<void>;
  tellTermIsOver: (dossier: Dossier) => Promise<void>;
  tellTermHasBegun: (dossier: Dossier) => Promise<void>;
  followRetention: FollowRetention;
  sendMessages: SendMessages;
  tellPeopleAgain: TellPeople;
  carryOutHold: CarryOutHold;
  carryOverOrganisation: CarryOverOrganisation;
  now: Clock;
};
type OnClock = (deps: Deps, dossier: Dossier) => Promise<void>;

export type FollowUpDossier = (dossier: Dossier) => Promise<void>;

/**
 * Acts on the due clocks of a dossier. It re-reads the dossier before each act, because one act may remove the reason
 * for the next.
 */
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
  /** Starts an execution that was stored but perhaps not started. Resuming a parked dossier starts its own. */
  start: (deps, dossier) =>
    isUnderWay(dossier) && dossier.request.start ? deps.launch(dossier) : stop(deps, dossier, "start"),

  /** Reports a withdrawal to the workflow, which may not have received it. */
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

  /** Completes a closing that may have been interrupted. */
  closed: (deps, dossier) => deps.completeClosing(dossier.id),

  executionAge: (deps, dossier) => deps.renewExecution(dossier),

  executionCheck: (deps, dossier) => deps.checkExecution(dossier),

  /** The term nears its end. During a renewal or an amendment nothing is asked: the new agreement has its own term. */
  notice: (deps, dossier) => askRenewal(deps, dossier, "notice"),

  /**
   * The term has ended. When the next agreement is not signed yet, people are notified that the use is not allowed for
   * now.
   */
  termEnd: async (deps, dossier) => {
    if (dossier.status === "IN_USE") return askRenewal(deps, dossier, "termEnd");
    if (isUnderWay(dossier) && !dossier.protocol?.signatures.authority) await deps.tellTermIsOver(dossier);
    await putOffWhileParked(deps, dossier, "termEnd");
  },

  /** The term has begun that was agreed before. */
  termStart: async (deps, dossier) => {
    await deps.tellTermHasBegun(dossier);
    await stop(deps, dossier, "termStart");
  },

  yearly: (deps, dossier) => deps.checkYearly(dossier),

  /** Begins an end of the use that waited until another request was given up. */
  ending: async (deps, dossier) => {
    if (dossier.status !== "IN_USE" || !dossier.use.endingAsked) return stop(deps, dossier, "ending");
    await deps.beginAskedEnd(dossier.id);
  },

  /** Opens the task of an enquiry, which may not have been opened. */
  enquiry: (deps, dossier) => deps.openEnquiry(dossier),

  /** Opens the task that enters a use, which may not have been opened. */
  entering: (deps, dossier) => deps.openEntering(dossier),

  /** The deletion of a closed dossier: its notice, and the deletion a month later. */
  retentionNotice: (deps, dossier) => deps.followRetention(dossier),
  retention: (deps, dossier) => deps.followRetention(dossier),
  /** Repeats messages and notifications of a change of people. */
  people: async (deps, dossier) => {
    await deps.sendMessages(dossier.id);
    await deps.tellPeopleAgain(dossier);
  },
  /** Completes a change of the organisation. */
  organisation: (deps, dossier) => deps.carryOverOrganisation(dossier.id),
  /** Ends a hold that is due, or completes the consequences of its start or end. */
  hold: (deps, dossier) => deps.carryOutHold(dossier.id),
};

async function askRenewal(deps: Deps, dossier: Dossier, clock: DossierClock): Promise<void> {
  if (dossier.status !== "IN_USE") return putOffWhileParked(deps, dossier, clock);
  await deps.endUse(dossier.id, { reason: "term" }, SYSTEM);
}

/** For a parked dossier the clock is postponed to the next day; otherwise it is removed. */
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
