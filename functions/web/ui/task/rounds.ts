import { type FormField, describeForm } from "../../../domain/describe-form.ts";
import { describeValues } from "../../../domain/describe-values.ts";
import type { Decision, HumanTask } from "../../../domain/human-task.ts";
import { earlierRound } from "../../../domain/kept-documents.ts";
import { isConsumerAudience } from "../../../domain/people.ts";
import type { WholeDossier } from "../../../domain/ports.ts";
import { ANSWERS, answersIn, GENERAL, questionsIn } from "../../../domain/questions-by-field.ts";
import type { Definitions } from "../../../domain/task-definition.ts";
import { type ChangedAnswer, changedAnswers } from "./changed-answers.ts";
import { findTask } from "./find-shown-task.ts";
import { taskTexts } from "./texts.nl.ts";

/** The values of a form, before or after it is handed in. */
type Form = Pick<Decision, "outcome" | "fields">;

/** A field of a later round: its question, its answer, and its differences from the earlier round. */
export type FieldOfRound = { label: string; question?: string; answer?: string; changed: ChangedAnswer[] };
/** `asked`: the decision that asked for changes. */
export type LaterRound = { asked: HumanTask | undefined; fields: FieldOfRound[] };

/** The fields of the form of an outcome, without the answers to questions. */
export function fieldsOf(definitions: Definitions, { kind }: HumanTask, outcome: string): FormField[] {
  const { outcomes, texts } = definitions[kind];
  const schema = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  return schema ? describeForm(schema, texts.nl.fields).filter(({ key }) => key !== ANSWERS) : [];
}

/** Whether a later round of a task asks to answer questions. */
const takesAnswers = (definitions: Definitions, { kind, decision }: HumanTask): boolean =>
  decision !== undefined && ANSWERS in (definitions[kind].outcomes[decision.outcome]?.shape ?? {});

/** The form that a task of the LED is about: the last form of the consumer in the same step. */
export const formRead = ({ tasks }: WholeDossier, definitions: Definitions, task: HumanTask) =>
  tasks
    .filter(
      ({ stage, pass, audience }) =>
        stage === task.stage && pass === task.pass && isConsumerAudience(audience),
    )
    .filter((one) => takesAnswers(definitions, one))
    .toSorted((one, other) => one.round - other.round)
    .at(-1);

/** The questions, answers and changes of a later round of a task; undefined in its first round. */
export function laterRound(
  whole: WholeDossier,
  definitions: Definitions,
  task: HumanTask,
  form: Form,
): LaterRound | undefined {
  const former = earlierRound(task, whole.tasks);
  if (!former?.decision) return undefined;
  const { outcome, fields: before } = former.decision;
  const asked = task.because === undefined ? undefined : findTask(whole, task.because);
  const [questions, answers] = [questionsIn(asked), answersIn(form.fields)];
  const [known, now] = [fieldsOf(definitions, task, outcome), fieldsOf(definitions, task, form.outcome)];
  const answersAt = (fields: FormField[], values: Record<string, unknown>, key: string) =>
    describeValues(
      fields.filter((field) => field.key === key),
      values,
    );
  const general = { key: GENERAL, told: taskTexts.rounds.general };
  const fields = [general, ...now].map(({ key, told }) => ({
    label: told,
    question: questions[key],
    answer: answers[key],
    changed: changedAnswers(answersAt(known, before, key), answersAt(now, form.fields, key)),
  }));
  return {
    asked,
    fields: fields.filter(
      ({ question, answer, changed }) => question !== undefined || answer !== undefined || changed.length > 0,
    ),
  };
}
