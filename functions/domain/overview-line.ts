import * as z from "zod";
import { STAGES } from "../../statemachine/contract.ts";
import type { Instant } from "./calendar.ts";
import { CLOSING_OUTCOMES, DOSSIER_STATUSES, Pause } from "./dossier.ts";
import { lateBy } from "./lateness.ts";
import { Audience } from "./people.ts";
import { TASK_KINDS } from "./process.ts";
import { isOnHold } from "./running-time.ts";
import { storedShape } from "./stored-shape.ts";

const StageName = z.enum(STAGES);

/** An open task that the dossier waits for. */
const Turn = z.object({
  audience: Audience,
  kind: z.enum(TASK_KINDS),
  /** Id of the task. */
  id: z.string(),
  since: z.string(),
  deadline: z.string().optional(),
  assignee: z.string().optional(),
});
export type Turn = z.infer<typeof Turn>;

/**
 * The line of a dossier in the overview, with what the figures are counted from. It is made again after every entry in
 * the log of the dossier (functions/overview/keep-line.ts).
 */
export const OverviewLine = z.object({
  id: z.string(),
  reference: z.string(),
  organisationName: z.string(),
  organisationType: z.string(),
  status: z.enum(DOSSIER_STATUSES),
  stage: StageName,
  since: z.string(),
  openedAt: z.string(),
  /** Moment of the latest act. Absent in lines from before this field. */
  latestAt: z.string().optional(),
  /** When the line was made; absent as above. */
  changedAt: z.string().optional(),
  standstill: z.object({
    pauses: z.array(Pause),
    hold: z.object({ since: z.string(), until: z.string() }).optional(),
  }),
  /** First deadline first. */
  turns: z.array(Turn),
  inUseSince: z.string().optional(),
  /** When the first access was granted. */
  firstUsedAt: z.string().optional(),
  /** Last day of the term of a use. */
  termEnd: z.string().optional(),
  closed: z.object({ at: z.string(), outcome: z.enum(CLOSING_OUTCOMES) }).optional(),
  /** Calendar days that each side took, of the stages that are behind the dossier. */
  days: z.partialRecord(StageName, z.object({ consumer: z.number().optional(), led: z.number().optional() })),
  /** Rounds of the stages that it reached. */
  rounds: z.partialRecord(StageName, z.number()),
});
export type OverviewLine = z.infer<typeof OverviewLine>;
export const OverviewLineShape = storedShape(OverviewLine);

/**
 * The lists of lines: one per stage and one of closed dossiers, by `since`; one of what waits, by deadline; and one of all,
 * by when they changed.
 */
export const LINE_BUCKETS = [...STAGES, "CLOSED"] as const;
export type LineBucket = (typeof LINE_BUCKETS)[number];
export type LineList = LineBucket | "DUE" | "CHANGED";

export const bucketOf = ({ status, stage }: Pick<OverviewLine, "status" | "stage">): LineBucket =>
  status === "CLOSED" ? "CLOSED" : stage;

/** The first deadline of what it waits for. */
export const deadlineOf = ({ turns }: OverviewLine): Instant | undefined =>
  turns.find(({ deadline }) => deadline !== undefined)?.deadline;

/** The lists that a line is in. */
export const listsOf = (line: OverviewLine): LineList[] => [
  bucketOf(line),
  ...(line.status !== "CLOSED" && deadlineOf(line) !== undefined ? (["DUE"] as const) : []),
  ...(line.changedAt === undefined ? [] : (["CHANGED"] as const)),
];

/** Where a line is in a list; a list is in the order of its places. */
export const placeIn = (list: LineList, line: OverviewLine): string => {
  const ordered = { DUE: deadlineOf(line), CHANGED: line.changedAt };
  return `${list === "DUE" || list === "CHANGED" ? (ordered[list] ?? "") : line.since}#${line.id}`;
};

/** Days that it is late: the most of what it waits for. */
export const lineLateBy = ({ turns, standstill }: OverviewLine, now: Instant): number =>
  Math.max(0, ...turns.map((turn) => lateBy(turn, standstill, now)));

export const lineIsHeld = ({ standstill }: OverviewLine, now: Instant): boolean => isOnHold(standstill, now);
