import { addMinutes, type Instant, toInstant } from "../domain/calendar.ts";
import { InProgress } from "../domain/errors.ts";
import { LINE_BUCKETS } from "../domain/overview-line.ts";
import type { Clock, Dossiers, Due, Lines } from "../domain/ports.ts";
import { STAGES } from "../domain/process.ts";
import type { OverviewState } from "../domain/statistics.ts";
import { createCounter } from "./count-lines.ts";
import type { KeepLine } from "./keep-line.ts";

/** Version of what a line holds and a search finds. Another version: every stored dossier gets its line again. */
const LINES_VERSION = 3;
/** Entries in a log are due for the lines a minute later, at a whole minute. */
const LINES_LAG_MINUTES = 2;
/** The more lines there are, the less often they are counted: 2,000 at every sweep, 200,000 after eight hours. */
const LINES_PER_SWEEP = 2000;
const SWEEP_MINUTES = 5;
/** Lateness and lead times grow with time alone, so the lines are counted at least this often. */
const COUNTED_WITHIN_MINUTES = 60;
const PAGE = 1000;

type Deps = {
  dossiers: Pick<Dossiers, "listByStage">;
  lines: Pick<Lines, "list" | "findState" | "saveState" | "saveStatistics">;
  keepLine: KeepLine;
  onFailure: (due: Due, error: unknown) => void;
  now: Clock;
};
/** `since`: when the sweep began that did everything due. `hasActed`: whether it found anything to do. */
export type KeepOverview = (since: Instant, hasActed: boolean, hasTime: () => boolean) => Promise<void>;

const FIRST_WALK: OverviewState["walk"] = { version: LINES_VERSION, bucket: 0, isDone: false };

/**
 * Keeps what the overview says over all dossiers, after a sweep: makes the lines of dossiers that were stored before
 * there were lines, and counts the lines. The next sweep continues what this one has no time for.
 */
export function createKeepOverview(deps: Deps): KeepOverview {
  return async (since, hasActed, hasTime) => {
    const before = await deps.lines.findState();
    const walk = before?.walk.version === LINES_VERSION ? before.walk : FIRST_WALK;
    const walked = walk.isDone ? walk : await makeLines(deps, walk, hasTime);
    const { countAgain = "", countBy = "" } = before ?? {};
    const isNeeded = hasActed || !walk.isDone || countBy <= since;
    const counted = isNeeded && countAgain <= since && walked.isDone ? await count(deps, hasTime) : undefined;
    const upTo = addMinutes(since, -LINES_LAG_MINUTES);
    await deps.lines.saveState({ countAgain, countBy, ...counted, upTo, walk: walked });
  };
}

/**
 * Goes through the dossiers by stage. A dossier that fails is reported, and gets its line with its next entry. A dossier
 * whose line another sweep is writing at this moment is not a failure.
 */
async function makeLines(
  { dossiers, keepLine, onFailure }: Deps,
  walk: OverviewState["walk"],
  hasTime: () => boolean,
): Promise<OverviewState["walk"]> {
  let { bucket, next } = walk;
  for (; bucket < STAGES.length; bucket++) {
    const stage = STAGES[bucket];
    do {
      if (stage === undefined || !hasTime()) return { ...walk, bucket, next };
      const page = await dossiers.listByStage(stage, next);
      for (const { id } of page.items)
        await keepLine(id).catch((error: unknown) => {
          if (!(error instanceof InProgress)) onFailure({ dossierId: id }, error);
        });
      next = page.next;
    } while (next !== undefined);
  }
  return { version: walk.version, bucket, isDone: true };
}

/** Undefined where time ran out. */
async function count(
  { lines, now }: Deps,
  hasTime: () => boolean,
): Promise<Pick<OverviewState, "countAgain" | "countBy"> | undefined> {
  const at = toInstant(now());
  const counter = createCounter(at);
  for (const bucket of LINE_BUCKETS) {
    let after: string | undefined;
    do {
      if (!hasTime()) return undefined;
      const page = await lines.list(bucket, { after, limit: PAGE });
      for (const line of page.items) counter.add(line);
      after = page.next;
    } while (after !== undefined);
  }
  const statistics = counter.result();
  await lines.saveStatistics(statistics);
  const pause = Math.floor(statistics.dossiers / LINES_PER_SWEEP) * SWEEP_MINUTES;
  return { countAgain: addMinutes(at, pause), countBy: addMinutes(at, COUNTED_WITHIN_MINUTES) };
}
