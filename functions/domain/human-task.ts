import * as z from "zod";
import { TaskClocks } from "./clocks.ts";
import { Actor, Audience } from "./people.ts";
import { TASK_KINDS, type TaskKind } from "./process.ts";
import { storedShape } from "./stored-shape.ts";

/** A decision, as stored: it never changes once written. */
export const Decision = z.object({
  outcome: z.string(),
  fields: z.record(z.string(), z.unknown()),
  /** Ids of the documents it rests on. */
  documents: z.array(z.string()),
  by: Actor,
  /** Set when the LED team decided for the applicant or the signatory. */
  onBehalf: z.object({ of: Audience, reason: z.string() }).optional(),
  at: z.string(),
});
export type Decision = z.infer<typeof Decision>;

/** One human decision that is or was asked: identified by dossier, kind, pass and round. */
export const HumanTask = z.object({
  dossierId: z.string(),
  kind: z.enum(TASK_KINDS),
  pass: z.int().min(1),
  round: z.int().min(1),
  stage: z.string(),
  audience: Audience,
  /** `closed`: nobody needs to decide any more: its dossier closed, its request was given up, or its question was settled. */
  status: z.enum(["open", "decided", "closed"]),
  openedAt: z.string(),
  /** From when its clocks count: the opening, or the moment it got more time. */
  since: z.string(),
  /** The end of the time that the LED team gave last: no answer before it is no silence. */
  givenUntil: z.string().optional(),
  /** Until when it is on time; absent for a task that waits for a date. */
  deadline: z.string().optional(),
  /** Who of the LED took it on. */
  assignee: z.object({ id: z.string(), name: z.string(), at: z.string() }).optional(),
  /** Id of the task that this one is about (`DecideStalled`). */
  about: z.string().optional(),
  /** Id of the decided task that led to this one. */
  because: z.string().optional(),
  /** Backend only: it never leaves the functions. */
  taskToken: z.string().optional(),
  decision: Decision.optional(),
  /** Deliveries that Step Functions accepted or refused so far, for the current token. */
  deliveries: z.int().min(0),
  consumedAt: z.string().optional(),
  /** Since when nobody needs to decide it any more. */
  closedAt: z.string().optional(),
  reminders: z.int().min(0),
  clocks: TaskClocks,
});
export type HumanTask = z.infer<typeof HumanTask>;
export const TaskShape = storedShape(
  HumanTask,
  (stored) => ({ since: stored["openedAt"], ...stored }),
  // `givenUntil` can be absent.
  (stored) => stored,
  // The clocks are those of a table.
  (stored) => stored,
);

/** The id of a task within its dossier: `AssessIntake-1-2` (kind, pass, round). It stands in links and payloads. */
export const taskId = (task: Pick<HumanTask, "kind" | "pass" | "round">): string =>
  `${task.kind}-${task.pass}-${task.round}`;

/** Takes a task id apart; undefined when it is none. */
export function parseTaskId(id: string): { kind: TaskKind; pass: number; round: number } | undefined {
  const [name, pass, round, ...rest] = id.split("-");
  const kind = TASK_KINDS.find((known) => known === name);
  if (!kind || rest.length > 0 || !/^[1-9]\d*$/.test(pass ?? "") || !/^[1-9]\d*$/.test(round ?? ""))
    return undefined;
  return { kind, pass: Number(pass), round: Number(round) };
}

/** What the clock decides, like a person, where a task can expire. */
export const EXPIRED = "expired";

/** The reason that the decision of a task gives; undefined where it gives none. */
export function reasonOf(task: HumanTask | undefined): string | undefined {
  const reason = task?.decision?.fields["reason"];
  return typeof reason === "string" ? reason : undefined;
}
