import type { TaskDefinition } from "../domain/human-task.ts";
import type { TaskKind } from "../domain/process.ts";
import type { Acts } from "../application/acts.ts";
import { createCarryOutHold } from "./carry-out-hold.ts";
import { createHoldDossier, createResumeHeld } from "./hold-dossier.ts";
import { createRescheduleTasks } from "../tasks/reschedule-tasks.ts";

/** Putting dossiers on hold and resuming them: it counts the times of every kind of task. */
export function createHolding(acts: Acts, definitions: Record<TaskKind, TaskDefinition>) {
  const rescheduleTasks = createRescheduleTasks({ ...acts, definitions });
  const carryOutHold = createCarryOutHold({ ...acts, rescheduleTasks });
  return {
    carryOutHold,
    holdDossier: createHoldDossier({ ...acts, carryOutHold }),
    resumeHeld: createResumeHeld({ ...acts, carryOutHold }),
  };
}
