import { type Instant, minutesBetween, toInstant } from "../domain/calendar.ts";
import type { Clock, Dossiers, HumanTasks, MailRecords, OpenTaskSummary } from "../domain/ports.ts";
import { holdsUp, type Stage, STAGES } from "../domain/process.ts";
import type { Stock } from "../domain/stock.ts";
import { numbersOf } from "./digest.ts";
import { everyPage, readOpen } from "./read-open.ts";

type Deps = {
  dossiers: Pick<Dossiers, "listParked" | "listByStage">;
  tasks: Pick<HumanTasks, "listOpen">;
  mails: Pick<MailRecords, "listUnsent">;
  now: Clock;
};

/** Minutes of the hour in which stock is taken: in one sweep of each hour. */
const UNTIL_MINUTE = 5;

/**
 * Counts all dossiers together, once an hour. A dossier under way has an open task, which tells its stage; a dossier in
 * use has none. So nothing that was ever closed is read.
 */
export async function takeStock(deps: Deps): Promise<Stock | undefined> {
  const now = deps.now();
  if (now.getUTCMinutes() >= UNTIL_MINUTE) return undefined;
  const open = await readOpen(deps);
  const inUse = await everyPage((next) => deps.dossiers.listByStage("IN_USE", next));
  const stages = STAGES.map((stage) => ({
    stage,
    dossiers:
      stage === "IN_USE"
        ? inUse.filter(({ status }) => status !== "CLOSED").length
        : waitingAt(stage, open.tasks).size,
  }));
  const at = toInstant(now);
  return { stages, ...numbersOf({ ...open, now: at }), oldestUnsent: await oldestUnsent(deps, at) };
}

async function oldestUnsent({ mails }: Deps, now: Instant): Promise<number> {
  const {
    items: [oldest],
  } = await mails.listUnsent("waiting", undefined);
  return oldest === undefined ? 0 : minutesBetween(oldest.since ?? oldest.at, now);
}

const waitingAt = (stage: Stage, tasks: readonly OpenTaskSummary[]): Set<string> =>
  new Set(
    tasks.filter((task) => task.stage === stage && holdsUp(task.kind)).map(({ dossierId }) => dossierId),
  );
