import { type Dossier, endingOf, withdrawalOf } from "../domain/dossier.ts";
import { type HumanTask, reasonOf } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import { SYSTEM } from "../domain/people.ts";
import type { HumanTasks } from "../domain/ports.ts";
import type { TaskKind } from "../domain/process.ts";
import type { BeginState, StatePayload } from "./begin-state.ts";
import { type CloseDossier, type Closing, withdrawnBy } from "../dossiers/close-dossier.ts";

type Deps = {
  tasks: Pick<HumanTasks, "find">;
  beginState: BeginState;
  closeDossier: CloseDossier;
  definitions: Record<TaskKind, TaskDefinition>;
};

/** Closes the dossier for the workflow: after a withdrawal, or after a decision that closes. */
export function createCloseAfterDecision(deps: Deps): (payload: StatePayload) => Promise<void> {
  return async (payload) => {
    const dossier = await deps.beginState(payload, { closing: true });
    const { id } = dossier;
    const withdrawal = withdrawalOf(dossier);
    const decided = payload.previous === null ? undefined : await deps.tasks.find(id, payload.previous);
    await deps.closeDossier(
      id,
      withdrawal ? withdrawnBy(withdrawal) : closingOf(deps, decided, dossier),
      ({ run }) => run === payload.run,
    );
  };
}

function closingOf({ definitions }: Deps, task: HumanTask | undefined, dossier: Dossier): Closing {
  const outcome = (task?.decision && definitions[task.kind].closes[task.decision.outcome]) ?? "closed";
  const explanation = outcome === "ended" ? endingOf(dossier)?.explanation : undefined;
  return {
    outcome,
    reason: reasonOf(task) ?? explanation,
    by: task?.decision?.by ?? SYSTEM,
  };
}
