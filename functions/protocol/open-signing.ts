import { roundOf } from "../domain/dossier.ts";
import { taskId } from "../domain/human-task.ts";
import type { HumanTasks } from "../domain/ports.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import { tellTurn } from "./tell-contact.ts";

type Deps = Parameters<typeof tellTurn>[0] & { openTask: OpenTask; tasks: Pick<HumanTasks, "find"> };

/** Asks a party to sign, and tells the contact. */
export const createOpenSigning =
  (deps: Deps): OpenTask =>
  async (definition, dossier, opening) => {
    await deps.openTask(definition, dossier, opening);
    const { kind, stage } = definition;
    const id = taskId({ kind, pass: dossier.pass, round: roundOf(dossier, stage) });
    const task = await deps.tasks.find(dossier.id, id);
    if (task) await tellTurn(deps, dossier, task);
  };
