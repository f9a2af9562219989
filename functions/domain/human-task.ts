import * as z from "zod";
import type { Stage } from "../../statemachine/contract.ts";
import type { Access } from "./access.ts";
import type { CalendarDate, Instant } from "./calendar.ts";
import { TaskClocks } from "./clocks.ts";
import type { DocumentKind } from "./documents.ts";
import type { ClosingOutcome, Dossier, DossierFacts } from "./dossier.ts";
import { Actor, Audience, type Side } from "./people.ts";
import { TASK_KINDS, type TaskKind } from "./process.ts";
import type { DayUnit, RunningTime } from "./running-time.ts";
import type { TaskTexts } from "./texts.ts";
import type { Verdict } from "./verdict.ts";
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

/** A document that a task can take; required for the outcomes named. */
export type DocumentNeed = { kind: DocumentKind; requiredFor: readonly string[] };

/** Days after which a reminder goes out, counted from the start of the task. */
export type Reminders = { days: readonly number[]; unit: DayUnit };

export const REMINDERS = {
  consumer: { days: [7, 21, 45], unit: "calendar" },
  led: { days: [5], unit: "working" },
  /** For a task that waits for a date, with notices of its own. */
  none: { days: [], unit: "calendar" },
} as const satisfies Record<string, Reminders>;

/** Which reminders a task has: by name, or of its own. */
export type ReminderSchedule = keyof typeof REMINDERS | Reminders;
export const remindersOf = (schedule: ReminderSchedule): Reminders =>
  typeof schedule === "string" ? REMINDERS[schedule] : schedule;

/** By when a task is to be done: within a time, by a date that the dossier and its opening name, or whenever. */
export type Due = RunningTime | ((dossier: Dossier, openedAt: Instant) => CalendarDate | undefined) | "none";

/** The usual time of each side: the consumer's days are those of the calendar. */
export const USUAL_DUE: Record<Side, RunningTime> = {
  consumer: { days: 21, unit: "calendar" },
  led: { days: 5, unit: "working" },
};

/** Calendar days without an answer of the consumer after which the LED team is asked what to do. */
export const STALLED_DAYS = 90;

/** What a rule on a decision can look at beside the dossier. */
export type Around = { task?: HumanTask; accesses: readonly Access[] };

/**
 * A human task, declared. From this one declaration come its opening (item, mail with link, reminders), the form, the
 * validation of a posted decision, the entry in the inbox, the OpenAPI schema and its row in docs/process.md.
 */
export type TaskDefinition = {
  kind: TaskKind;
  stage: Stage;
  audience: Audience;
  /** False for a side task: no workflow state waits for it. */
  workflow: boolean;
  /** A zod object per outcome: what that outcome asks. */
  outcomes: Record<string, z.ZodObject>;
  documents: readonly DocumentNeed[];
  reminders: ReminderSchedule;
  /** Clocks of its own beside the reminders, set when it opens: an expiry, or notices before a date. */
  clocks: (dossier: Dossier, openedAt: Instant) => TaskClocks;
  /** Whether the clock `expires` can decide it: as `expired`, by the system. */
  expires: boolean;
  due: Due;
  /** From when its deadline and reminders count: its opening, or a later moment before which nobody can do it. */
  since: (dossier: Dossier, openedAt: Instant) => Instant;
  /** Whether the LED team is asked what to do when nobody answers for long. */
  stalls: boolean;
  /** Fields of the decision that the next party gets to read on its own task (questions, remarks, a reason). */
  tells: readonly string[];
  texts: { nl: TaskTexts };
  /** What a fresh form already holds; fields are checked only when posted. */
  prefill: (dossier: Dossier) => Record<string, unknown>;
  /** Fields that a later pass takes from the answer of an earlier one; the rest is asked anew. */
  carriesOver: readonly string[];
  /**
   * What a form that starts from an earlier answer or a draft takes from the dossier: people may have changed since. A
   * form that was opened before such a change is refused (PEOPLE-06).
   */
  renews: (dossier: Dossier) => Record<string, unknown>;
  /** The business rules on the decision, beyond its shape; `around.accesses`: what was granted so far. */
  mayDecide: (dossier: Dossier, decision: Decision, around?: Around) => Verdict;
  /** What the decision establishes about the dossier. */
  records: (dossier: Dossier, decision: Decision) => DossierFacts;
  /** How the dossier ends, for each outcome after which the workflow closes it. */
  closes: Partial<Record<string, ClosingOutcome>>;
  /** The law's order: whether the task may be opened at all. */
  mayOpen: (dossier: Dossier) => Verdict;
};

/** The declaration of each task. */
export type Definitions = Record<TaskKind, TaskDefinition>;
