import type * as z from "zod";
import type { Stage } from "../../statemachine/contract.ts";
import type { Access } from "./access.ts";
import type { CalendarDate, Instant } from "./calendar.ts";
import type { TaskClocks } from "./clocks.ts";
import type { DocumentKind } from "./documents.ts";
import type { ClosingOutcome, Dossier, DossierFacts } from "./dossier.ts";
import type { Audience, Side } from "./people.ts";
import type { TaskKind } from "./process.ts";
import type { DayUnit, RunningTime } from "./running-time.ts";
import type { TaskTexts } from "./texts.ts";
import type { Verdict } from "./verdict.ts";
import type { Decision, HumanTask } from "./human-task.ts";

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
export type TaskDefinition<Kind extends TaskKind = TaskKind> = {
  kind: Kind;
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
export type Definitions = { [Kind in TaskKind]: TaskDefinition<Kind> };
