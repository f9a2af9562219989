import { toInstant } from "../domain/calendar.ts";
import { withClock } from "../domain/clocks.ts";
import { type Dossier, executionOf, type OpenDossier, withdrawalOf, withRequest } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Dossiers, Workflow } from "../domain/ports.ts";
import type { Withdrawal } from "../domain/request.ts";
import type { Verdict } from "../domain/verdict.ts";
import { type ChangeDossier, judgeAndChange } from "./change-dossier.ts";
import { type CloseDossier, withdrawnBy } from "./close-dossier.ts";
import { withdrawalIsPossible } from "./withdrawal-is-possible.ts";

type Deps = {
  dossiers: Dossiers;
  workflow: Workflow;
  changeDossier: ChangeDossier;
  closeDossier: CloseDossier;
  now: Clock;
};

/**
 * Withdraws a dossier: one conditional write, then a notification of the workflow. Follow-up repeats the notification.
 */
export function createWithdrawDossier(deps: Deps & { carryOut: CarryOutWithdrawal }) {
  return (dossierId: string, by: Actor, reason: string): Promise<Verdict> => {
    const at = toInstant(deps.now());
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: withdrawalIsPossible,
      change: (current) =>
        current.status === "IN_USE" || current.status === "CLOSED" || withdrawalOf(current)
          ? undefined
          : withWithdrawal(current, { by, reason, at }),
      then: deps.carryOut,
    });
  };
}

/** A dossier whose request is being given up, and a clock until the workflow has closed it. */
export const withWithdrawal = (dossier: OpenDossier, closing: Withdrawal): Dossier => ({
  ...withRequest(dossier, { closing }),
  clocks: withClock(dossier.clocks, "closing", closing.at),
});

export type CarryOutWithdrawal = (dossier: Dossier) => Promise<void>;

/**
 * Carries out a stored withdrawal: fails the token of the open task with `Withdrawn`, after which the workflow closes
 * the dossier. A running system state finds `closing` itself. A decision that was stored first is still delivered
 * (redeliver-decision.ts). Without a running execution the dossier is closed here; so is a parked dossier, whose
 * execution is not relied on.
 */
export function createCarryOutWithdrawal(deps: Deps): CarryOutWithdrawal {
  return async (dossier) => {
    const closing = withdrawalOf(dossier);
    if (!closing || dossier.status === "CLOSED") return;
    const whole = await deps.dossiers.findWhole(dossier.id);
    const isStuck = dossier.status === "PARKED";
    const isClosedHere = isStuck || !(await deps.workflow.isRunning(executionOf(dossier)));
    if (isClosedHere)
      await deps.closeDossier(
        dossier.id,
        withdrawnBy(closing),
        (current) => withdrawalOf(current)?.at === closing.at,
      );
    if (isClosedHere && !isStuck) return;
    // Also ends the leftover execution of a parked dossier.
    for (const task of whole?.tasks ?? []) {
      if (task.status === "open" && task.taskToken !== undefined)
        await deps.workflow.fail(task.taskToken, "Withdrawn");
    }
  };
}
