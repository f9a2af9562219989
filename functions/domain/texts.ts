import type { Instant } from "./calendar.ts";
import type { Dossier } from "./dossier.ts";
import type { HumanTask } from "./human-task.ts";
import type { Names } from "./names.ts";

/**
 * The shape of the catalogue of texts that each step keeps, one per language. Dutch is the language of the people who
 * read it; a second language is a second catalogue of the same shape.
 */
export type FieldText = { label: string; hint?: string; options?: Record<string, string> };

export type OutcomeText = {
  /** The heading above the outcome's form, when a task has more than one. */
  label: string;
  explanation?: string;
  /** The text on the button that decides. */
  button: string;
  /** Beside the tick that its form asks for, when nothing else must be filled in (TASK-02). */
  confirmation?: string;
  /** How the record says it afterwards: "vroeg meer informatie". */
  past: string;
};

/** A mail in plain text: a paragraph an entry. The greeting, the link and the closing come around it. */
export type MailText = { subject: string; paragraphs: string[]; action?: string };

/** The mail that announces a task; `replyTo` is for a task about something that somebody asked by mail. */
export type TaskMail = MailText & {
  /** What somebody wrote, shown apart from the text around it. */
  quote?: string[];
  /** Who gets the answer to this mail, when that is not the LED mailbox. */
  replyTo?: string;
};

/** What the texts of a task can speak of: the task as it is at the moment of telling. */
export type TaskContext = { dossier: Dossier; task: HumanTask; now: Instant };

export type TaskTexts = {
  title: string;
  /** What is asked and why, a paragraph an entry. */
  why: string[] | ((about: TaskContext) => string[]);
  outcomes: Record<string, OutcomeText>;
  /** How the record says that its time ran out, where it can expire. */
  expired?: string;
  /** By field name; a nested field by its path ("planning.signature"). */
  fields: Record<string, FieldText>;
  /** A function where the mail names what is configured, or something of the dossier. */
  mail: TaskMail | ((about: TaskContext & { names: Names }) => TaskMail);
};

export const whyOf = ({ why }: TaskTexts, about: TaskContext): string[] =>
  typeof why === "function" ? why(about) : why;
