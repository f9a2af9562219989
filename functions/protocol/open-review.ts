import { ContinueAsNew } from "../domain/errors.ts";
import type { OpenTask } from "../tasks/open-task.ts";

/**
 * Opens the review of a submitted protocol. An execution of a definition without WriteProtocol gives a new text no
 * version: a fresh execution does, and then opens this task.
 */
export const createOpenReview =
  ({ openTask }: { openTask: OpenTask }): OpenTask =>
  async (definition, dossier, opening) => {
    const { protocol } = dossier;
    if (protocol && !protocol.approvedAt && protocol.version === undefined)
      throw new ContinueAsNew({ dossier: dossier.id });
    await openTask(definition, dossier, opening);
  };
