import * as z from "zod";
import { TaskClocks } from "./clocks.ts";
import { Actor, Audience } from "./people.ts";
import { TASK_KINDS, type TaskKind } from "./process.ts";
import { storedShape } from "./stored-shape.ts";

/** A decision as stored; it never changes. */
export const Decision = z.object({
  outcome: z.string(),
  fields: z.record(z.string(), z.unknown()),
  /** Ids of its documents. */
  documents: z.array(z.string()),
  by: Actor,
  /** Set when the LED team decided on behalf of another. */
  onBehalf: z
    .object({
      of: Audience,
      reason: z.string(),
      /** Id of the message that it rests on. */
      message: z.string().optional(),
    })
    .optional(),
  at: z.string(),
});
export type Decision = z.infer<typeof Decision>;

/** One human decision, open or taken; identified by dossier, kind, pass and round. */
export const HumanTask = z.object({
  dossierId: z.string(),
  kind: z.enum(TASK_KINDS),
  pass: z.int().min(1),
  round: z.int().min(1),
  stage: z.string(),
  audience: Audience,
  /**
   * `closed`: the decision became unnecessary, because the dossier closed, the request was given up or the question was
   * settled.
   */
  status: z.enum(["open", "decided", "closed"]),
  openedAt: z.string(),
  /** Start of its clocks: the opening, or its last extension. */
  since: z.string(),
  /** End of the last extension by the LED team. Reminders and the stall count from then. */
  givenUntil: z.string().optional(),
  /** The agreed date of the planning that is its deadline, YYYY-MM-DD. Its reminders go before that date. */
  plannedBy: z.string().optional(),
  /** Since when its mails do not arrive: its time stands still until one does. */
  unreached: z.string().optional(),
  /** End of its time; absent for a task that waits for a date. */
  deadline: z.string().optional(),
  /** The member of the LED who took the task on. */
  assignee: z.object({ id: z.string(), name: z.string(), at: z.string() }).optional(),
  /** Id of the task that this task asks about (`DecideStalled`, and the advices of the consumer's DPO). */
  about: z.string().optional(),
  /** The text on which a DPO advises, as it was when the advice was asked: a form, and ids of documents. */
  asked: z
    .object({
      outcome: z.string(),
      fields: z.record(z.string(), z.unknown()),
      documents: z.array(z.string()),
    })
    .optional(),
  /** Who sent the first message that waits for an answer (`AnswerMessage`). */
  from: Actor.optional(),
  /** Id of the decided task that caused this task. */
  because: z.string().optional(),
  /** Only for the back end: it never leaves the functions. */
  taskToken: z.string().optional(),
  decision: Decision.optional(),
  /** Delivery attempts that Step Functions accepted or refused for the current token. */
  deliveries: z.int().min(0),
  consumedAt: z.string().optional(),
  /** When the decision became unnecessary. */
  closedAt: z.string().optional(),
  reminders: z.int().min(0),
  clocks: TaskClocks,
});
export type HumanTask = z.infer<typeof HumanTask>;
export const TaskShape = storedShape(
  HumanTask,
  (stored) => ({ since: stored["openedAt"], ...stored }),
  // `givenUntil` is optional.
  (stored) => stored,
  // Clocks became a closed set (`TASK_CLOCKS`).
  (stored) => stored,
);

/** The id of a task within its dossier, as in links and payloads: `AssessIntake-1-2` (kind, pass, round). */
export const taskId = (task: Pick<HumanTask, "kind" | "pass" | "round">): string =>
  `${task.kind}-${task.pass}-${task.round}`;

/** Parses a task id; undefined when it is malformed. */
export function parseTaskId(id: string): { kind: TaskKind; pass: number; round: number } | undefined {
  const [name, pass, round, ...rest] = id.split("-");
  const kind = TASK_KINDS.find((known) => known === name);
  if (!kind || rest.length > 0 || !/^[1-9]\d*$/.test(pass ?? "") || !/^[1-9]\d*$/.test(round ?? ""))
    return undefined;
  return { kind, pass: Number(pass), round: Number(round) };
}

/** The outcome that the clock decides for a task that can expire. */
export const EXPIRED = "expired";

/** The reason that the decision of a task gives; undefined where it gives none. */
export function reasonOf(task: HumanTask | undefined): string | undefined {
  const reason = task?.decision?.fields["reason"];
  return typeof reason === "string" ? reason : undefined;
}
