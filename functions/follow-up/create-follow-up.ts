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
import { takeStock } from "./take-stock.ts";
import { createTellUnreadable } from "./tell-unreadable.ts";

/** Names in the log of what belongs to no dossier. */
const STOCK_ID = "STOCK";
const OVERVIEW_ID = "OVERVIEW";

/** The sweep: first all due dossiers and tasks, then the digest, the counts of the hour and the overview. */
export function createFollowUp(
  application: Application,
  onFailure: (due: Due, error: unknown) => void,
): Sweep {
  const sendDigest = createSendDigest(application);
  const measure = async () => {
    const stock = await takeStock(application);
    if (stock) application.measureStock(stock);
  };
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
  return async (hasTime) => {
    const since = toInstant(application.now());
    const swept = await sweep(hasTime);
    if (!swept.isComplete) return swept;
    const acts = {
      [DIGEST_ID]: sendDigest,
      [STOCK_ID]: measure,
      [OVERVIEW_ID]: () => keepOverview(since, swept.seen > 0, hasTime),
    };
    const failed = await failuresOf(acts, onFailure);
    return { ...swept, failed: swept.failed + failed };
  };
}

/** Performs each act, also after a failure of another. Returns how many failed. */
async function failuresOf(
  acts: Record<string, () => Promise<void>>,
  onFailure: (due: Due, error: unknown) => void,
): Promise<number> {
  let failed = 0;
  for (const [dossierId, act] of Object.entries(acts))
    try {
      await act();
    } catch (error) {
      if (error instanceof InProgress) continue;
      failed += 1;
      onFailure({ dossierId }, error);
    }
  return failed;
}
