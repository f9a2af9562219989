import type { Instant } from "./calendar.ts";
import type { Dossier } from "./dossier.ts";
import type { HumanTask } from "./human-task.ts";
import type { Names } from "./names-schema.ts";

/**
 * The shape of the texts of a step, one catalogue per language. Readers get Dutch; a second language is a second
 * catalogue of the same shape.
 */
export type FieldText = {
  /** For who fills it in: a question, or "Je …". */
  label: string;
  /** For who reads the answer, where the label addresses the writer. It says whose words they are. */
  told?: string;
  hint?: string;
  /** Title of the part of the form that begins at this field. */
  part?: string;
  options?: Record<string, string>;
};

export type OutcomeText = {
  /** Heading above the form of the outcome, when a task has more than one. */
  label: string;
  explanation?: string;
  /** Text on the button. */
  button: string;
  /** Consequences of a decision that cannot be undone. A separate page shows them before the decision. */
  warning?: string;
  /** Text beside the tick of a form that needs no other input (TASK-02). */
  confirmation?: string;
  /** Past tense for the record: "vroeg meer informatie". */
  past: string;
};

/** A mail in plain text, one entry per paragraph, without greeting, link and closing. */
export type MailText = {
  subject: string;
  paragraphs: string[];
  action?: string;
  /** Below the button. */
  afterAction?: string[];
};

/** A paragraph of a mail, or lines that are set apart: dates, facts, or what somebody wrote. */
export type Paragraph = string | { quote: string[] };

/**
 * The mail that announces a task. Each says why, what and what if not; the deadline follows from the task. What the
 * previous party wrote (`tells`) is quoted after the why.
 */
export type TaskMail = {
  subject: string;
  why: Paragraph[];
  what: string[];
  /** What happens when nobody does it in time. */
  ifNot: string;
  /** Text on the button. */
  action?: string;
  /** Reply address, when it is not the LED mailbox: for a request that came by mail. */
  replyTo?: string;
};

/** Context of the texts of a task: its current state, and configured names. `reminder`: number of the reminder. */
export type TaskContext = {
  dossier: Dossier;
  task: HumanTask;
  now: Instant;
  names: Names;
  reminder?: number;
};

/** Context of the words of an outcome. `fields`: what was filled in, on the page that shows it before it is sent. */
export type OutcomeContext = {
  dossier: Dossier;
  task: HumanTask;
  fields?: Record<string, unknown>;
};

export type TaskTexts = {
  title: string;
  /** What is asked and why, one entry per paragraph. */
  why: string[] | ((about: TaskContext) => string[]);
  outcomes: Record<string, OutcomeText>;
  /** On the page of the task, words that depend on the dossier, over those of `outcomes`. */
  outcomesIn?: (about: OutcomeContext) => Partial<Record<string, Partial<OutcomeText>>>;
  /** Past tense for the record when the task expired. */
  expired?: string;
  /** By field name; a nested field has a path ("planning.signature"). */
  fields: Record<string, FieldText>;
  /** A function where the mail depends on the dossier. */
  mail: TaskMail | ((about: TaskContext) => TaskMail);
};

/** The words of an outcome on the page of its task; undefined for an unknown outcome. */
export function outcomeTextOf(
  { outcomes, outcomesIn }: TaskTexts,
  outcome: string,
  about: OutcomeContext,
): OutcomeText | undefined {
  const text = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  return text && { ...text, ...outcomesIn?.(about)[outcome] };
}

export const whyOf = ({ why }: TaskTexts, about: TaskContext): string[] =>
  typeof why === "function" ? why(about) : why;
