import { addMinutes, toInstant } from "../domain/calendar.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { Clock, Dossiers, HumanTasks, Workflow } from "../domain/ports.ts";
import { executionOf, isUnderWay } from "../domain/dossier.ts";
import { isWaitedFor } from "../domain/is-waited-for.ts";
import { findDossier } from "../dossiers/change-dossier.ts";
import type { DeliverDecision } from "../tasks/deliver-decision.ts";
import type { ParkDossier } from "./park-dossier.ts";

/** Repeated deliveries per token before a person must intervene. */
const MAXIMUM_DELIVERIES = 2;
const LOOK_AGAIN_MINUTES = 10;

type Deps = {
  dossiers: Dossiers;
  tasks: HumanTasks;
  workflow: Workflow;
  deliverAgain: DeliverDecision;
  park: ParkDossier;
  now: Clock;
};

/**
 * Redelivers a stored decision that is not consumed. While the execution runs, the decision goes to the task's current
 * token. After three deliveries in all, or without a running execution, the dossier is parked. A withdrawal waits for the
 * redelivery: the next state receives both, and closes. A decision about a given-up request is not delivered.
 */
export function createRedeliverDecision(deps: Deps) {
  return async (task: HumanTask): Promise<void> => {
    const id = taskId(task);
    const dossier = await findDossier(deps.dossiers, task.dossierId);
    if (task.consumedAt !== undefined || !isUnderWay(dossier) || !isWaitedFor(task, dossier)) {
      return deps.tasks.stopDelivery(task.dossierId, id);
    }
    // A pending start has its own clock on the dossier.
    if (dossier.request.start) return lookAgain(deps, task);
    if (dossier.request.closing) return deps.deliverAgain(task);
    const isRunning = await deps.workflow.isRunning(executionOf(dossier));
    if (!isRunning || task.deliveries >= MAXIMUM_DELIVERIES) {
      await deps.park({
        dossierId: dossier.id,
        run: dossier.run,
        error: "DECISION_NOT_TAKEN_UP",
        cause: isRunning ? `task=${id} deliveries=${task.deliveries}` : `task=${id} execution ended`,
      });
      // Last, because this clock brings follow-up back until the dossier is parked.
      return deps.tasks.stopDelivery(task.dossierId, id);
    }
    return deps.deliverAgain(task);
  };
}

const lookAgain = ({ tasks, now }: Deps, task: HumanTask) =>
  tasks.markDelivery(task.dossierId, taskId(task), addMinutes(toInstant(now()), LOOK_AGAIN_MINUTES));
