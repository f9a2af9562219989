import type { Instant } from "./calendar.ts";
import type { Dossier } from "./dossier.ts";
import type { HumanTask } from "./human-task.ts";
import type { Names } from "./names.ts";

/**
 * The shape of the texts of a step, one catalogue per language. Readers get Dutch; a second language is a second
 * catalogue of the same shape.
 */
export type FieldText = { label: string; hint?: string; options?: Record<string, string> };

export type OutcomeText = {
  /** Heading above the form of the outcome, when a task has more than one. */
  label: string;
  explanation?: string;
  /** Text on the button. */
  button: string;
  /** Text beside the tick of a form that needs no other input (TASK-02). */
  confirmation?: string;
  /** Past tense for the record: "vroeg meer informatie". */
  past: string;
};

/** A mail in plain text, one entry per paragraph, without greeting, link and closing. */
export type MailText = { subject: string; paragraphs: string[]; action?: string };

/** The mail that announces a task. `replyTo`: for a task about a request that came by mail. */
export type TaskMail = MailText & {
  /** Text that somebody wrote, set apart from the rest. */
  quote?: string[];
  /** Reply address, when it is not the LED mailbox. */
  replyTo?: string;
};

/** Context of the texts of a task: its current state, and configured names. */
export type TaskContext = { dossier: Dossier; task: HumanTask; now: Instant; names: Names };

export type TaskTexts = {
  title: string;
  /** What is asked and why, one entry per paragraph. */
  why: string[] | ((about: TaskContext) => string[]);
  outcomes: Record<string, OutcomeText>;
  /** Past tense for the record when the task expired. */
  expired?: string;
  /** By field name; a nested field has a path ("planning.signature"). */
  fields: Record<string, FieldText>;
  /** A function where the mail contains configured names or data of the dossier. */
  mail: TaskMail | ((about: TaskContext) => TaskMail);
};

export const whyOf = ({ why }: TaskTexts, about: TaskContext): string[] =>
  typeof why === "function" ? why(about) : why;
