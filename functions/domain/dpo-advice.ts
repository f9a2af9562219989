import { inOneOrder, isSameSet, withoutBlanks } from "./canonical.ts";
import type { Proposed } from "./decide.ts";
import type { StoredDocument } from "./documents.ts";
import { type Decision, type HumanTask, taskId } from "./human-task.ts";
import { ANSWERS } from "./questions-by-field.ts";
import type { TaskDefinition } from "./task-definition.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** What a DPO was asked, and decided. */
export type Advice = { task: HumanTask; decision: Decision };
type Asked = NonNullable<HumanTask["asked"]>;
type Form = Pick<Proposed, "outcome" | "fields" | "documents">;

/** The questions to the DPO about a task, oldest first. */
const questionsAbout = (
  { dpoAdvice }: TaskDefinition,
  task: HumanTask,
  tasks: readonly HumanTask[],
): HumanTask[] =>
  tasks
    .filter(({ kind, about }) => kind === dpoAdvice?.task && about === taskId(task))
    .toSorted((one, other) => one.round - other.round);

/** The latest advice of the DPO on a task. */
export function adviceOn(
  definition: TaskDefinition,
  task: HumanTask,
  tasks: readonly HumanTask[],
): Advice | undefined {
  const last = questionsAbout(definition, task, tasks).findLast(({ decision }) => decision);
  return last?.decision && { task: last, decision: last.decision };
}

/** The question that the DPO did not answer yet. */
export const questionToDpo = (
  definition: TaskDefinition,
  task: HumanTask,
  tasks: readonly HumanTask[],
): HumanTask | undefined => questionsAbout(definition, task, tasks).find(({ status }) => status === "open");

/** The text that a form says: without the advice itself, and without blanks. */
export function textOf(
  { dpoAdvice }: TaskDefinition,
  { outcome, fields, documents }: Form,
  known: readonly StoredDocument[],
): Asked {
  const own = Object.entries(fields).filter(
    ([name]) => name !== ANSWERS && dpoAdvice?.fields.includes(name) !== true,
  );
  const isText = (id: string) => known.some((one) => one.id === id && one.kind !== dpoAdvice?.document);
  return { outcome, fields: Object.fromEntries(own), documents: documents.filter(isText) };
}

export const isSameText = (one: Asked, other: Asked): boolean =>
  one.outcome === other.outcome &&
  isSameSet(one.documents, other.documents) &&
  inOneOrder(withoutBlanks(one.fields)) === inOneOrder(withoutBlanks(other.fields));

/** The proposal with the advice as the DPO gave it. */
export const withAdvice = (
  { dpoAdvice }: TaskDefinition,
  proposed: Proposed,
  advice: Advice | undefined,
): Proposed =>
  dpoAdvice && advice
    ? { ...proposed, fields: { ...proposed.fields, ...dpoAdvice.fills(advice.decision) } }
    : proposed;

/** The declaration without the document of the advice, which nobody adds once the DPO has advised by link. */
export const withoutAdviceDocument = (
  definition: TaskDefinition,
  advice: Advice | undefined,
): TaskDefinition =>
  advice
    ? {
        ...definition,
        documents: definition.documents.filter(({ kind }) => kind !== definition.dpoAdvice?.document),
      }
    : definition;

/**
 * DPO-01: an advice is about one text. What is handed in with it is that text: after a change the DPO is asked again.
 * Source: GDPR 38(3) (the independence of a DPO) and e-gov decree, art. 8 (advice on the protocol).
 */
export function adviceIsAboutThisText(
  definition: TaskDefinition,
  proposed: Proposed,
  advice: Advice | undefined,
  known: readonly StoredDocument[],
): Verdict {
  const asked = advice?.task.asked;
  return !asked || isSameText(asked, textOf(definition, proposed, known))
    ? allowed
    : refused(
        "DPO-01",
        "Je wijzigde de tekst of de documenten nadat je DPO advies gaf. Vraag je DPO opnieuw om advies, of zet terug wat je DPO las.",
      );
}
