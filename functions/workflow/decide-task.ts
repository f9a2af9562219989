import type * as z from "zod";
import { toInstant } from "../domain/calendar.ts";
import { judgeDecision, type Proposed } from "../domain/decide.ts";
import type { Dossier, DossierFacts } from "../domain/dossier.ts";
import { Conflict } from "../domain/errors.ts";
import { endOfHold, holdEnded } from "../domain/hold.ts";
import { type Decision, type HumanTask, type TaskDefinition, taskId } from "../domain/human-task.ts";
import type { Change, Clock, Dossiers, HumanTasks, NewId } from "../domain/ports.ts";
import type { TaskKind } from "../domain/process.ts";
import type { Reason } from "../domain/verdict.ts";
import { openQuestionAbout } from "../domain/task-times.ts";
import { documentNames } from "../domain/texts.nl.ts";
import { storedFirst } from "./stored-first.ts";

export type DecideResult =
  | { status: "decided"; task: HumanTask }
  | { status: "already-decided"; decision: Decision }
  /** The dossier closed, or is being withdrawn: nobody needs to decide any more. */
  | { status: "closed" }
  | { status: "unknown" }
  | { status: "refused"; problems: z.core.$ZodIssue[]; reasons: Reason[] };

type Deps = {
  dossiers: Dossiers;
  tasks: HumanTasks;
  definitions: Record<TaskKind, TaskDefinition>;
  /** Sends the stored decision on: to the workflow, or to the act of a side task. */
  passOn: (task: HumanTask) => Promise<void>;
  now: Clock;
  newId: NewId;
};

export type DecideTask = (dossierId: string, id: string, proposed: Proposed) => Promise<DecideResult>;

const ATTEMPTS = 5;

/**
 * Takes a decision: judged, stored, and only then passed on. Of two people at once one wins; the other hears who
 * decided. What goes wrong after the decision is stored is follow-up's to repeat, never the person's to see.
 */
export function createDecideTask(deps: Deps): DecideTask {
  return async (dossierId, id, proposed) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await judgeAndStore(deps, dossierId, id, proposed);
        if (result.status === "decided") await storedFirst(() => deps.passOn(result.task));
        return result;
      } catch (error) {
        if (!(error instanceof Conflict) || attempt === ATTEMPTS) throw error;
      }
    }
  };
}

async function judgeAndStore(
  deps: Deps,
  dossierId: string,
  id: string,
  proposed: Proposed,
): Promise<DecideResult> {
  const whole = await deps.dossiers.findWhole(dossierId);
  const task = whole?.tasks.find((candidate) => taskId(candidate) === id);
  if (!whole || !task) return { status: "unknown" };
  if (task.decision) return { status: "already-decided", decision: task.decision };
  const { dossier, documents, accesses } = whole;
  if (task.status === "closed" || dossier.closing || dossier.status === "CLOSED") return { status: "closed" };

  const definition = deps.definitions[task.kind];
  const at = toInstant(deps.now());
  const judged = judgeDecision(
    definition,
    { task, dossier, documents, accesses },
    proposed,
    at,
    (kind) => documentNames[kind],
  );
  if (!judged.accepted) return { status: "refused", problems: judged.problems, reasons: judged.reasons };

  const facts = definition.records(dossier, judged.decision);
  const changes = changesOf(dossier, facts, judged.decision, deps.newId);
  const question = openQuestionAbout(task, whole.tasks);
  // What the workflow waits for resumes a held dossier; what follows from that is follow-up's, by the clock of the hold.
  const resumes = definition.workflow;
  const decided = await deps.tasks.recordDecision(
    task,
    judged.decision,
    resumes ? holdEnded({ ...dossier, ...facts }, at, "decision") : { ...dossier, ...facts },
    [...changes, ...(resumes ? endOfHold(dossier, { id: deps.newId(), at, by: judged.decision.by }) : [])],
    question ? [taskId(question)] : [],
  );
  return { status: "decided", task: decided };
}

/** A record of every fact that the decision overwrites. */
function changesOf(dossier: Dossier, facts: DossierFacts, decision: Decision, newId: NewId): Change[] {
  const before: DossierFacts = dossier;
  return Object.entries(facts).flatMap(([what, to]) => {
    const from = Object.entries(before).find(([name]) => name === what)?.[1];
    const isSame = from === undefined || JSON.stringify(from) === JSON.stringify(to);
    return isSame ? [] : [{ id: newId(), at: decision.at, by: decision.by, what, from, to }];
  });
}
