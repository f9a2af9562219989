import type { DocumentKind } from "../../functions/domain/documents.ts";
import type { Proposed } from "../../functions/domain/decide.ts";
import { type Dossier, laterPassOf } from "../../functions/domain/dossier.ts";
import { type HumanTask, taskId } from "../../functions/domain/human-task.ts";
import { isRequired } from "../../functions/domain/task-definition.ts";
import { isConsumerAudience, SYSTEM } from "../../functions/domain/people.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { dayAfter, dpiaRequired, planningFrom, usualDecision } from "../journey/answers.ts";
import type { Answers } from "../journey/flatten.ts";
import { actorOf, PEOPLE } from "./people.ts";
import { TEAM, type World } from "./world.ts";

/** Differences from the usual decision; numbers select among the available options. */
export type Choice = {
  /** Undefined: the usual outcome. */
  outcome?: number;
  /** Days of a term; undefined: open-ended. */
  term?: number;
  residualRisk: "low" | "high";
  onBehalf: boolean;
};

/** Outcomes with more fields than one text. */
const SPECIAL: Record<string, (now: number) => Answers> = {
  "other-dates": (now) => ({ planning: planningFrom(now, 30), remarks: "Liever wat later, graag." }),
  "start-onboarding": () => ({}),
  agree: () => ({}),
  "ask-advice": () => ({}),
  "clarification-needed": () => ({ questions: "Wie raadpleegt, en wanneer?", affectsAdvice: true }),
};

/** A decision as posted by a person of the task's audience, with its documents recorded as accepted. */
export async function proposalFor(
  world: World,
  task: HumanTask,
  dossier: Dossier,
  choice: Choice,
): Promise<Proposed> {
  const definition = TASKS[task.kind];
  const now = world.clock.now();
  const usual = await usualDecision(task.kind, now, PEOPLE);
  const outcomes = Object.keys(definition.outcomes);
  const outcome = choice.outcome === undefined ? usual.outcome : outcomes[choice.outcome % outcomes.length];
  if (outcome === undefined) throw new Error(`${task.kind} has no outcomes`);
  const typed =
    outcome === usual.outcome
      ? adapted(task, dossier, usual.fields ?? {}, choice, now)
      : await fieldsOf(task, outcome, now);
  const shown = definition.prefill(dossier, { openedAt: task.openedAt });
  const fields = merged(shown, typed, Object.keys(definition.outcomes[outcome]?.shape ?? {}));
  const onBehalf = choice.onBehalf && isConsumerAudience(task.audience);
  const kinds = definition.documents
    .filter((need) => isRequired(need, outcome, dossier))
    .map(({ kind }) => kind);
  return {
    outcome,
    fields,
    documents: await recorded(world, task, onBehalf ? [...kinds, "received-on-behalf"] : kinds),
    by: onBehalf ? TEAM : actorOf(task.audience, dossier),
    ...(onBehalf ? { onBehalfReason: "Dit kwam met de post binnen." } : {}),
  };
}

type Fields = Record<string, unknown>;
const isGroup = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The initial values of the form, overridden by the input. */
function merged(shown: Fields, typed: Fields, names = Object.keys({ ...shown, ...typed })): Fields {
  const fields = names.map((name): [string, unknown] => {
    const [before, after] = [shown[name], typed[name]];
    return [name, isGroup(before) && isGroup(after) ? merged(before, after) : (after ?? before)];
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function adapted(
  task: HumanTask,
  dossier: Dossier,
  fields: Answers,
  { term, residualRisk }: Choice,
  now: number,
): Record<string, unknown> {
  if (task.kind === "CarryOutDpia") return { ...fields, residualRisk };
  if (task.kind !== "SubmitProtocol") return fields;
  const laterPass = laterPassOf(dossier);
  const former = laterPass?.kind === "renewal" ? laterPass.end : undefined;
  const start = former === undefined ? dayAfter(now, 0) : dayAfter(Date.parse(former), 1);
  const end = term === undefined ? undefined : dayAfter(Date.parse(start), term);
  return { ...fields, term: { start, ...(end === undefined ? {} : { end }) } };
}

async function fieldsOf(task: HumanTask, outcome: string, now: number): Promise<Record<string, unknown>> {
  if (task.kind === "PreAssessDpia") return dpiaRequired(now).fields ?? {};
  const special = SPECIAL[outcome];
  if (special) return special(now);
  const names = Object.keys(TASKS[task.kind].outcomes[outcome]?.shape ?? {});
  return Object.fromEntries(names.map((name) => [name, `Mijn ${name} bij ${task.kind}, in eigen woorden.`]));
}

/** Ids of documents that were added to the task and accepted. */
async function recorded(world: World, task: HumanTask, kinds: DocumentKind[]): Promise<string[]> {
  const ids = kinds.map((kind) => ({ kind, id: world.newId() }));
  for (const { kind, id } of ids) {
    await world.test.backend.documents.record({
      ...{
        id,
        dossierId: task.dossierId,
        taskId: taskId(task),
        kind,
      },
      ...{ name: `${kind}.pdf`, size: 1000, sha256: "0".repeat(64), contentType: "application/pdf" },
      ...{ s3Key: `dossiers/${id}`, scan: "accepted", by: SYSTEM, at: world.now.toISOString() },
    });
  }
  return ids.map(({ id }) => id);
}
