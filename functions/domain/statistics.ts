import * as z from "zod";
import { type Stage, STAGES } from "../../statemachine/contract.ts";
import { CLOSING_OUTCOMES } from "./dossier.ts";
import { LINE_BUCKETS } from "./overview-line.ts";
import { AUDIENCES } from "./people.ts";
import { storedShape } from "./stored-shape.ts";

/** A dossier in a short list, with the figure that put it there. */
const Named = z.object({ id: z.string(), reference: z.string(), organisationName: z.string() });

/** Counted from the lines of all dossiers; each time anew (functions/overview/count-lines.ts). */
export const Statistics = z.object({
  /** When the counting began. */
  at: z.string(),
  dossiers: z.int(),
  /** `slowest`: those that are longest in the stage. */
  stages: z.partialRecord(
    z.enum(LINE_BUCKETS),
    z.object({
      count: z.int(),
      late: z.int(),
      held: z.int(),
      slowest: z.array(Named.extend({ since: z.string() })),
    }),
  ),
  /** How many dossiers wait for each, and for how many of them too long. */
  turns: z.partialRecord(z.enum(AUDIENCES), z.object({ count: z.int(), late: z.int() })),
  /** Calendar days, of the dossiers that have the stage behind them. */
  leadTimes: z.array(
    z.object({
      stage: z.enum(STAGES),
      side: z.enum(["consumer", "led"]),
      count: z.int(),
      median: z.number(),
      p90: z.number(),
    }),
  ),
  /** Calendar days from the opening of a dossier to its first access; absent without any, and in earlier counts. */
  toUse: z.object({ count: z.int(), median: z.number(), p90: z.number() }).optional(),
  /** By month, YYYY-MM, oldest first. */
  months: z.array(z.object({ month: z.string(), opened: z.int(), started: z.int(), closed: z.int() })),
  /** How many dossiers needed one, two, three, and four or more rounds. */
  rounds: z.array(z.object({ stage: z.enum(STAGES), counts: z.array(z.int()) })),
  outcomes: z.partialRecord(z.enum(CLOSING_OUTCOMES), z.int()),
  inUse: z.int(),
  endingSoon: z.object({ count: z.int(), first: z.array(Named.extend({ end: z.string() })) }),
});
export type Statistics = z.infer<typeof Statistics>;
export const StatisticsShape = storedShape(Statistics);

/** Minimum number of dossiers for a typical lead time. */
const ENOUGH = 5;

/** Median calendar days of a stage, both sides together. Absent while too few dossiers have completed it. */
export type TypicalDays = Partial<Record<Stage, number>>;

export function typicalDaysOf(statistics: Pick<Statistics, "leadTimes"> | undefined): TypicalDays {
  const known = (statistics?.leadTimes ?? []).filter(({ count }) => count >= ENOUGH);
  const days = STAGES.map((stage) => {
    const sides = known.filter((one) => one.stage === stage);
    return [stage, sides.reduce((sum, { median }) => sum + median, 0)] as const;
  });
  return Object.fromEntries(days.filter(([, sum]) => sum > 0));
}

/**
 * How far the lines are. `upTo`: every entry in a log before this moment is in the lines. `walk`: where the sweep is with
 * the dossiers that had no line yet; `version` of what a line and a search hold, so that another version walks again.
 */
export const OverviewState = z.object({
  upTo: z.string().optional(),
  /** The statistics are not counted before this moment, because they have many lines. */
  countAgain: z.string().optional(),
  /** The statistics are counted at this moment, also when no dossier changed. */
  countBy: z.string().optional(),
  walk: z.object({ version: z.int(), bucket: z.int(), next: z.string().optional(), isDone: z.boolean() }),
});
export type OverviewState = z.infer<typeof OverviewState>;
export const OverviewStateShape = storedShape(OverviewState);
