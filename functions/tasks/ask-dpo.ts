import * as z from "zod";
import { toInstant } from "../domain/calendar.ts";
import { documentsAreThere, type Proposed } from "../domain/decide.ts";
import { type Dossier, isClosedOrWithdrawn } from "../domain/dossier.ts";
import { withoutAdviceDocument, adviceOn, isSameText, questionToDpo, textOf } from "../domain/dpo-advice.ts";
import { fieldsAreInOrder } from "../domain/fields-are-in-order.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { isWaitedFor } from "../domain/is-waited-for.ts";
import { noNationalNumber } from "../domain/no-national-number.ts";
import { personIsOfDossier } from "../domain/person-is-of-dossier.ts";
import type { Clock, Dossiers, HumanTasks, WholeDossier } from "../domain/ports.ts";
import type { Definitions, TaskDefinition } from "../domain/task-definition.ts";
import { documentNames } from "../domain/texts.nl.ts";
import { allOf, allowed, refused, type Reason, type Verdict } from "../domain/verdict.ts";
import type { WithinLimits } from "../limits/within-limits.ts";
import type { AnnounceTask } from "./announce-task.ts";
import { newTask } from "./open-task.ts";

export type AskDpoResult =
  | { status: "asked" }
  /** The task was decided or closed meanwhile. */
  | { status: "closed" }
  | { status: "refused"; problems: z.core.$ZodIssue[]; reasons: Reason[] };

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  tasks: Pick<HumanTasks, "open">;
  definitions: Definitions;
  announce: AnnounceTask;
  withinLimits: WithinLimits;
  now: Clock;
};
export type AskDpo = (dossierId: string, id: string, proposed: Proposed) => Promise<AskDpoResult>;

/**
 * Sends the current text of an applicant's task to its DPO for advice. `HumanTask.asked` keeps that text. Everything but
 * the advice must be complete. Idempotent: the same text is asked once.
 */
export function createAskDpo(deps: Deps): AskDpo {
  return async (dossierId, id, proposed) => {
    const whole = await deps.dossiers.findWhole(dossierId);
    const task = whole?.tasks.find((candidate) => taskId(candidate) === id);
    if (!whole || task?.status !== "open" || isClosedOrWithdrawn(whole.dossier)) return { status: "closed" };
    if (!isWaitedFor(task, whole.dossier)) return { status: "closed" };
    const definition = deps.definitions[task.kind];
    const asked = textOf(definition, proposed, whole.documents);
    const open = questionToDpo(definition, task, whole.tasks);
    if (open?.asked && isSameText(open.asked, asked)) return tell(deps, open, whole.dossier);
    const { problems, verdict } = judge(deps, definition, whole, task, proposed);
    const ready = allOf(verdict, open ? refused("DPO-02", texts.waits) : allowed);
    if (problems.length > 0 || !ready.allowed)
      return { status: "refused", problems, reasons: ready.allowed ? [] : ready.reasons };
    return deps.withinLimits("dpo-asked", { dossier: dossierId }, async () =>
      tell(deps, await openQuestion(deps, definition, whole, task, asked), whole.dossier),
    );
  };
}

/**
 * DPO-02: a DPO is asked by somebody of the applicant, one question at a time, about a text that is complete.
 * Source: GDPR 38(1) and 38(3): a DPO is involved properly, and gets no instructions.
 */
function judge(
  { now }: Deps,
  definition: TaskDefinition,
  { dossier, documents, tasks }: WholeDossier,
  task: HumanTask,
  proposed: Proposed,
): { problems: z.core.$ZodIssue[]; verdict: Verdict } {
  const { dpoAdvice, outcomes } = definition;
  const schema = Object.hasOwn(outcomes, proposed.outcome) ? outcomes[proposed.outcome] : undefined;
  if (!dpoAdvice || !schema) return { problems: [], verdict: refused("DPO-02", texts.notHere) };
  const own = Object.entries(schema.shape).filter(([field]) => !dpoAdvice.fields.includes(field));
  const text = z.object(Object.fromEntries(own));
  const parsed = text.safeParse(proposed.fields);
  const given = withoutAdviceDocument(definition, adviceOn(definition, task, tasks));
  const without = { ...given, documents: given.documents.filter(({ kind }) => kind !== dpoAdvice.document) };
  const verdict = allOf(
    proposed.by.role === task.audience ? allowed : refused("DPO-02", texts.notYou),
    personIsOfDossier(dossier, proposed.by),
    dossier.people.dpo ? allowed : refused("DPO-02", texts.unknown),
    documentsAreThere(without, task, proposed, { dossier, documents, tasks }, (kind) => documentNames[kind]),
    proposed.noNationalNumber ? allowed : noNationalNumber(proposed.fields),
    parsed.success
      ? fieldsAreInOrder(text, parsed.data, { now: toInstant(now()), opening: dossier.openedAt })
      : allowed,
  );
  return { problems: parsed.success ? [] : parsed.error.issues, verdict };
}

/** Its round is the next of this pass; another text that was asked at the same moment keeps its own number. */
async function openQuestion(
  { definitions, tasks, now }: Deps,
  { dpoAdvice }: TaskDefinition,
  whole: WholeDossier,
  about: HumanTask,
  asked: NonNullable<HumanTask["asked"]>,
): Promise<HumanTask> {
  const kind = dpoAdvice?.task;
  const earlier = whole.tasks.filter((task) => task.kind === kind && task.pass === whole.dossier.pass);
  const definition = definitions[kind ?? "AdviseOnDpia"];
  for (let round = earlier.length + 1; ; round++) {
    const also = { about: taskId(about), asked, round };
    const question = newTask(definition, whole.dossier, toInstant(now()), also);
    const { task } = await tasks.open(question, whole.dossier);
    if (task.asked && task.about === also.about && isSameText(task.asked, asked)) return task;
  }
}

/** Mails the DPO once. */
async function tell(deps: Deps, question: HumanTask, dossier: Dossier): Promise<AskDpoResult> {
  await deps.announce(deps.definitions[question.kind], question, dossier);
  return { status: "asked" };
}

const texts = {
  waits: "Je DPO heeft nog een vraag van je. Wacht op dat advies voor je een andere tekst voorlegt.",
  notHere: "Over deze taak geeft je DPO geen advies.",
  notYou: "Alleen een contactpersoon van de aanvrager vraagt de eigen DPO om advies.",
  unknown: "We weten nog niet wie je DPO is. Vul dat aan bij de personen van je dossier.",
};
