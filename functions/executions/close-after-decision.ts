import type { Dossier } from "../domain/dossier.ts";
import type { HumanTask } from "../domain/human-task.ts";
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
    const { id, closing } = dossier;
    const decided = payload.previous === null ? undefined : await deps.tasks.find(id, payload.previous);
    await deps.closeDossier(
      id,
      closing ? withdrawnBy(closing) : closingOf(deps, decided, dossier),
      ({ run }) => run === payload.run,
    );
  };
}

function closingOf({ definitions }: Deps, task: HumanTask | undefined, { ending }: Dossier): Closing {
  const outcome = (task?.decision && definitions[task.kind].closes[task.decision.outcome]) ?? "closed";
  const reason = task?.decision?.fields["reason"];
  return {
    outcome,
    reason: typeof reason === "string" ? reason : outcome === "ended" ? (ending?.explanation ?? "") : "",
    by: task?.decision?.by ?? SYSTEM,
  };
}
