import type { Application } from "../application/application.ts";
import { InProgress } from "../domain/errors.ts";
import type { Due } from "../domain/ports.ts";
import { createFollowUpDocument } from "./follow-up-document.ts";
import { createFollowUpDossier } from "./follow-up-dossier.ts";
import { createFollowUpTask } from "./follow-up-task.ts";
import { createSendDigest, DIGEST_ID } from "./send-digest.ts";
import { createSweep, type Sweep } from "./sweep.ts";
import { createTellUnreadable } from "./tell-unreadable.ts";

/** The sweep: first all due dossiers and tasks, then the digest. */
export function createFollowUp(
  application: Application,
  onFailure: (due: Due, error: unknown) => void,
): Sweep {
  const sendDigest = createSendDigest(application);
  const sweep = createSweep({
    ...application,
    followUpDossier: createFollowUpDossier(application),
    followUpTask: createFollowUpTask(application),
    followUpDocument: createFollowUpDocument(application),
    tellUnreadable: createTellUnreadable(application),
    onFailure,
  });
  return async (hasTime) => {
    const swept = await sweep(hasTime);
    if (!swept.isComplete) return swept;
    try {
      await sendDigest();
      return swept;
    } catch (error) {
      if (error instanceof InProgress) return swept;
      onFailure({ dossierId: DIGEST_ID }, error);
      return { ...swept, failed: swept.failed + 1 };
    }
  };
}
