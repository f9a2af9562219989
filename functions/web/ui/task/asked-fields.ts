import type { FormField } from "../../../domain/describe-form.ts";
import { type Answer, describeValues } from "../../../domain/describe-values.ts";
import { ANSWERS, GENERAL, QUESTIONS, questionsIn } from "../../../domain/questions-by-field.ts";
import { findTask, type ShownTask } from "./find-shown-task.ts";
import { fieldsOf, formRead } from "./rounds.ts";
import { nameOf } from "./task-parts.tsx";
import { taskTexts } from "./texts.nl.ts";

const texts = taskTexts.rounds;

/**
 * The fields of a form, each with its context. In a later round, that is the question at the field, followed by a field to
 * answer it. In a form that asks for changes, it is the answer that the question is about.
 */
export function withContext(sight: ShownTask, fields: FormField[]): FormField[] {
  const groupOf = (name: string) => fields.find(({ key }) => key === name);
  const own = fields.filter(({ key }) => key !== ANSWERS && key !== QUESTIONS);
  const [answers, questions] = [groupOf(ANSWERS), groupOf(QUESTIONS)];
  return [
    ...(answers ? answering(sight, own, answers) : own),
    ...(questions ? asking(sight, questions) : []),
  ];
}

function answering(
  { whole, task }: ShownTask,
  own: FormField[],
  { fields: answers }: FormField,
): FormField[] {
  const asked = task.because === undefined ? undefined : findTask(whole, task.because);
  const by = asked?.decision;
  if (!by) return own;
  const questions = questionsIn(asked);
  const contextOf = (key: string) => ({
    title: texts.questionAt(nameOf(by.by), by.at),
    lines: [questions[key] ?? ""],
  });
  const answerTo = (key: string) => answers.filter((field) => field.key === key);
  const general = answerTo(GENERAL).map((field) => ({ ...field, context: contextOf(GENERAL) }));
  return [
    ...(questions[GENERAL] === undefined ? [] : general),
    ...own.flatMap((field) =>
      questions[field.key] === undefined
        ? [field]
        : [{ ...field, context: contextOf(field.key) }, ...answerTo(field.key)],
    ),
  ];
}

/** A question can be asked at each field that the form of the consumer has. */
function asking({ whole, definitions, task }: ShownTask, group: FormField): FormField[] {
  const read = formRead(whole, definitions, task);
  if (!read?.decision) return [];
  const { outcome, fields: values } = read.decision;
  const known = fieldsOf(definitions, read, outcome);
  const fields = group.fields.flatMap((field) => {
    const about = known.filter(({ key }) => key === field.key);
    if (about.length === 0) return [];
    const lines = describeValues(about, values).map(lineOf);
    return [
      { ...field, context: { title: texts.answerNow, lines: lines.length > 0 ? lines : [texts.blank] } },
    ];
  });
  return [{ ...group, fields, isFolded: true }];
}

const lineOf = ({ label, lines, under }: Answer): string =>
  under === undefined ? lines.join("\n") : `${label}: ${lines.join(", ")}`;
