import { DUE_SHARDS } from "../adapters/dynamodb/keys.ts";
import { type Instant, minutesBetween, toInstant } from "../domain/calendar.ts";
import { InProgress } from "../domain/errors.ts";
import type { Clock, Documents, Dossiers, Due, DueItems, HumanTasks } from "../domain/ports.ts";
import type { CompleteDeletion } from "../retention/delete-dossier.ts";
import type { FollowUpLog } from "../overview/keep-line.ts";
import type { FollowUpDocument } from "./follow-up-document.ts";
import type { FollowUpDossier } from "./follow-up-dossier.ts";
import type { FollowUpTask } from "./follow-up-task.ts";
import type { TellUnreadable } from "./tell-unreadable.ts";

/** Each sweep starts at another shard, so that no shard is always the last when time runs out. */
const SWEEP_MINUTES = 5;

type Deps = {
  due: DueItems;
  dossiers: Dossiers;
  tasks: HumanTasks;
  followUpDossier: FollowUpDossier;
  followUpTask: FollowUpTask;
  documents: Pick<Documents, "find">;
  followUpDocument: FollowUpDocument;
  completeDeletion: CompleteDeletion;
  followUpLog: FollowUpLog;
  tellUnreadable: TellUnreadable;
  /** Called once for each failure. */
  onFailure: (due: Due, error: unknown) => void;
  now: Clock;
};
/**
 * `isComplete` is false when time ran out; the next sweep continues. `oldestUndelivered`: minutes since the oldest
 * decision that had to be delivered again, 0 without one.
 */
export type Swept = { seen: number; failed: number; isComplete: boolean; oldestUndelivered: number };
export type Sweep = (hasTime: () => boolean) => Promise<Swept>;

/** Acts on all due items one by one, continuing after failures. */
export function createSweep(deps: Deps): Sweep {
  return async (hasTime) => {
    const swept = { seen: 0, failed: 0, oldestUndelivered: 0 };
    for await (const due of everythingDue(deps)) {
      if (!hasTime()) return { ...swept, isComplete: false };
      swept.seen += 1;
      try {
        await followUp(deps, due, (minutes) => {
          swept.oldestUndelivered = Math.max(swept.oldestUndelivered, minutes);
        });
      } catch (error) {
        // Another sweep or a person is performing this act; the next sweep checks whether it was done.
        if (error instanceof InProgress) continue;
        swept.failed += 1;
        deps.onFailure(due, error);
        await deps.tellUnreadable(due.dossierId, error).catch((again: unknown) => deps.onFailure(due, again));
      }
    }
    return { ...swept, isComplete: true };
  };
}

async function* everythingDue({ due, now }: Deps): AsyncGenerator<Due> {
  const time: Instant = toInstant(now());
  const first = Math.floor(now().getTime() / 60_000 / SWEEP_MINUTES);
  for (let turn = 0; turn < DUE_SHARDS; turn++) {
    let next: string | undefined;
    do {
      const page = await due.list((first + turn) % DUE_SHARDS, time, next);
      yield* page.items;
      next = page.next;
    } while (next !== undefined);
  }
}

/** The index is eventually consistent: the item is re-read, and only clocks that are still due are acted on. */
async function followUp(
  deps: Deps,
  { dossierId, taskId, documentId, day }: Due,
  onUndelivered: (minutes: number) => void,
): Promise<void> {
  if (day !== undefined) return deps.followUpLog(dossierId, day);
  const dossier = await deps.dossiers.find(dossierId);
  if (!dossier) return deps.completeDeletion(dossierId);
  if (documentId !== undefined) {
    const document = await deps.documents.find(dossierId, documentId);
    return document && deps.followUpDocument(document);
  }
  if (taskId === undefined) return deps.followUpDossier(dossier);
  const task = await deps.tasks.find(dossierId, taskId);
  if (!task) return;
  if (task.decision && task.clocks.undelivered !== undefined)
    onUndelivered(minutesBetween(task.decision.at, toInstant(deps.now())));
  await deps.followUpTask(task, dossier);
}
