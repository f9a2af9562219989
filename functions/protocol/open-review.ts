import { ContinueAsNew } from "../domain/errors.ts";
import type { HumanTasks } from "../domain/ports.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import { isSigningTask, tellRefusal } from "./tell-contact.ts";

type Deps = Parameters<typeof tellRefusal>[0] & { openTask: OpenTask; tasks: Pick<HumanTasks, "find"> };

/**
 * Opens the review of a submitted protocol, or of one that a party did not sign. An execution of a definition without
 * WriteProtocol gives a new text no version: a fresh execution does, and then opens this task.
 */
export const createOpenReview =
  (deps: Deps): OpenTask =>
  async (definition, dossier, opening) => {
    const { id, protocol } = dossier;
    if (protocol && !protocol.approvedAt && protocol.version === undefined)
      throw new ContinueAsNew({ dossier: id });
    await deps.openTask(definition, dossier, opening);
    if (isSigningTask(opening.because))
      await tellRefusal(deps, dossier, await deps.tasks.find(id, opening.because));
  };
