import type { Application } from "../application/application.ts";
import { toInstant } from "../domain/calendar.ts";
import { InProgress } from "../domain/errors.ts";
import type { Due } from "../domain/ports.ts";
import { createFollowUpLog, createKeepLine } from "../overview/keep-line.ts";
import { createKeepOverview } from "../overview/keep-overview.ts";
import { createFollowUpDocument } from "./follow-up-document.ts";
import { createFollowUpDossier } from "./follow-up-dossier.ts";
import { createFollowUpTask } from "./follow-up-task.ts";
import { createSendDigest, DIGEST_ID } from "./send-digest.ts";
import { createSweep, type Sweep } from "./sweep.ts";
import { createTellUnreadable } from "./tell-unreadable.ts";

/** Named where it fails, beside the dossiers. */
const OVERVIEW_ID = "OVERVIEW";

/** The sweep: first all due dossiers and tasks, then the digest and the overview. */
export function createFollowUp(
  application: Application,
  onFailure: (due: Due, error: unknown) => void,
): Sweep {
  const sendDigest = createSendDigest(application);
  const keepLine = createKeepLine(application);
  const keepOverview = createKeepOverview({ ...application, keepLine, onFailure });
  const sweep = createSweep({
    ...application,
    followUpDossier: createFollowUpDossier(application),
    followUpTask: createFollowUpTask(application),
    followUpDocument: createFollowUpDocument(application),
    followUpLog: createFollowUpLog({ ...application, keepLine }),
    tellUnreadable: createTellUnreadable(application),
    onFailure,
  });
  const fails = async (dossierId: string, act: () => Promise<void>): Promise<boolean> => {
    try {
      await act();
      return false;
    } catch (error) {
      if (error instanceof InProgress) return false;
      onFailure({ dossierId }, error);
      return true;
    }
  };
  return async (hasTime) => {
    const since = toInstant(application.now());
    const swept = await sweep(hasTime);
    if (!swept.isComplete) return swept;
    const failed = [
      await fails(DIGEST_ID, () => sendDigest()),
      await fails(OVERVIEW_ID, () => keepOverview(since, hasTime)),
    ];
    return { ...swept, failed: swept.failed + failed.filter(Boolean).length };
  };
}
