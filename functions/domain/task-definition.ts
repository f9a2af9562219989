import type * as z from "zod";
import type { Stage } from "../../statemachine/contract.ts";
import type { Access } from "./access.ts";
import type { CalendarDate, Instant } from "./calendar.ts";
import type { TaskClocks } from "./clocks.ts";
import type { DocumentKind, StoredDocument } from "./documents.ts";
import type { ClosingOutcome, Dossier, DossierFacts } from "./dossier.ts";
import type { Audience, Side } from "./people.ts";
import type { SideTask, TaskKind } from "./process.ts";
import type { DayUnit, RunningTime } from "./running-time.ts";
import type { TaskTexts } from "./texts.ts";
import type { TypicalDays } from "./statistics.ts";
import type { Verdict } from "./verdict.ts";
import type { Decision, HumanTask } from "./human-task.ts";
import type { Note } from "./records.ts";

/** A document for a task; required for the named outcomes, unless an earlier one still counts. */
export type DocumentNeed = {
  kind: DocumentKind;
  requiredFor: readonly string[];
  /** `fields`: what was filled in, where that is known. */
  unless?: (dossier: Dossier, fields?: Record<string, unknown>) => boolean;
  /** Whether a document of the previous round may be kept in the next one (DOC-12). */
  mayBeKept?: boolean;
};

/** Whether an outcome requires a document in this dossier. */
export const isRequired = (
  { requiredFor, unless }: DocumentNeed,
  outcome: string,
  dossier: Dossier,
  fields?: Record<string, unknown>,
): boolean => requiredFor.includes(outcome) && !unless?.(dossier, fields);

/** Days after the start of the task at which reminders are sent. */
export type Reminders = { days: readonly number[]; unit: DayUnit };

export const REMINDERS = {
  consumer: { days: [7, 21, 45], unit: "calendar" },
  led: { days: [5], unit: "working" },
  /** For a task that waits for a date and has its own notices. */
  none: { days: [], unit: "calendar" },
} as const satisfies Record<string, Reminders>;

/** The reminders of a task: a named schedule, or its own. */
export type ReminderSchedule = keyof typeof REMINDERS | Reminders;
export const remindersOf = (schedule: ReminderSchedule): Reminders =>
  typeof schedule === "string" ? REMINDERS[schedule] : schedule;

/** The deadline of a task: a running time, a date that follows from the dossier and the opening, or none. */
export type Due = RunningTime | ((dossier: Dossier, openedAt: Instant) => CalendarDate | undefined) | "none";

/** The default time of each side; the consumer has calendar days. */
export const USUAL_DUE: Record<Side, RunningTime> = {
  consumer: { days: 21, unit: "calendar" },
  led: { days: 5, unit: "working" },
};

/** Calendar days without an answer from the consumer after which the LED team decides how to continue. */
export const STALLED_DAYS = 90;

/** Time in which the LED team mends an address, before it is asked how to continue. */
export const MENDED_WITHIN: RunningTime = { days: 5, unit: "working" };

/** How the DPO of the consumer advises on a task of the applicant, in its own words. */
export type DpoAdvice = {
  /** The side task in which the DPO advises. */
  task: SideTask;
  /** The fields that the advice fills in; nobody types them then. */
  fields: readonly string[];
  fills: (advice: Decision) => Record<string, unknown>;
  /** The document that it replaces. */
  document: DocumentKind;
};

/**
 * Context of the initial values, beside the dossier. `typical`: absent where the page does not read the figures.
 * `carries`: the form copies the answers of an earlier pass, and the task that it starts from was not answered since.
 */
export type Prefilled = { openedAt: Instant; typical?: TypicalDays; carries?: boolean };

/** What a page shows beside the dossier itself. */
export type Shown = { tasks: readonly HumanTask[]; notes: readonly Note[] };

/** Context of a rule on a decision, beside the dossier. */
export type Around = {
  task?: HumanTask;
  accesses: readonly Access[];
  /** The documents that the decision rests on. */
  documents: readonly StoredDocument[];
  /** What the DPO of the consumer decided about the task, by a link of its own. */
  advice?: Decision;
};

/**
 * The declaration of a human task. It yields the opening (item, mail with link, reminders), the form, the validation of
 * a decision, the line in the inbox, the OpenAPI schema and the row in docs/process.md.
 */
export type TaskDefinition<Kind extends TaskKind = TaskKind> = {
  kind: Kind;
  stage: Stage;
  audience: Audience;
  /** False for a side task, which has no workflow state. */
  workflow: boolean;
  /** A zod object per outcome, with the fields of that outcome. */
  outcomes: Record<string, z.ZodObject>;
  documents: readonly DocumentNeed[];
  reminders: ReminderSchedule;
  /** Other clocks beside the reminders, set at the opening: an expiry, or notices before a date. */
  clocks: (dossier: Dossier, openedAt: Instant) => TaskClocks;
  /** Whether the system decides it as `expired` when the clock `expires` is due. */
  expires: boolean;
  due: Due;
  /** Start of its deadline and reminders: the opening, or a later moment before which the task cannot be done. */
  since: (dossier: Dossier, openedAt: Instant) => Instant;
  /** Whether the LED team is asked how to continue after a long silence. */
  stalls: boolean;
  /** Fields of the decision that the next party sees on its own task (questions, remarks, a reason). */
  tells: readonly string[];
  /** The task in which the decision is read. The page names it until the workflow has opened it. */
  readBy?: TaskKind;
  texts: { nl: TaskTexts };
  /** Initial values of the form, validated only when posted. */
  prefill: (dossier: Dossier, about: Prefilled) => Record<string, unknown>;
  /** The task whose answers are among the initial values. Answered again, they replace what a later pass copies. */
  startsFrom?: TaskKind;
  /** Fields that a later pass copies from the earlier answer; the other fields start empty. */
  carriesOver: readonly string[];
  /**
   * Values that a form from an earlier answer or a draft copies from the dossier, because people may have changed
   * since. A form that was opened before such a change is refused (PEOPLE-06).
   */
  renews: (dossier: Dossier) => Record<string, unknown>;
  /** Whether its page offers an outcome in this dossier. */
  offers: (dossier: Dossier, outcome: string) => boolean;
  /** Paths of optional fields that a rule requires in this dossier. */
  requires: (dossier: Dossier) => readonly string[];
  /** Hidden values of the form: what its page showed, so that the decision says what it is about. */
  shows: (whole: Shown) => Record<string, unknown>;
  /** The business rules on the decision, beyond its shape. `around.accesses`: earlier accesses. */
  mayDecide: (dossier: Dossier, decision: Decision, around?: Around) => Verdict;
  /** How the DPO of the applicant may advise on it; undefined where no DPO is asked. */
  dpoAdvice?: DpoAdvice;
  /** The facts that the decision establishes about the dossier. */
  records: (dossier: Dossier, decision: Decision) => DossierFacts;
  /** The closing outcome for each outcome after which the workflow closes the dossier. */
  closes: Partial<Record<string, ClosingOutcome>>;
  /** Whether the law allows the task to be opened at this point. */
  mayOpen: (dossier: Dossier) => Verdict;
};

export type Definitions = { [Kind in TaskKind]: TaskDefinition<Kind> };
