import type * as z from "zod";
import { toInstant } from "../domain/calendar.ts";
import { judgeDecision, type Proposed } from "../domain/decide.ts";
import {
  adviceIsAboutThisText,
  adviceOn,
  withoutAdviceDocument,
  questionToDpo,
  withAdvice,
} from "../domain/dpo-advice.ts";
import { isAccepted, type StoredDocument } from "../domain/documents.ts";
import { type Dossier, type DossierFacts, isClosedOrWithdrawn, withFacts } from "../domain/dossier.ts";
import { isWaitedFor } from "../domain/is-waited-for.ts";
import { isSameDecision } from "../domain/is-same-decision.ts";
import { endOfHold, holdEnded } from "../domain/hold.ts";
import { type Decision, type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import {
  changesOfPeople,
  isToldOf,
  movesBetween,
  type PersonMove,
  withPeople,
} from "../domain/people-moves.ts";
import { isOfConsumer } from "../domain/people.ts";
import type { Clock, Documents, Dossiers, HumanTasks, NewId, WholeDossier } from "../domain/ports.ts";
import type { Change } from "../domain/records.ts";
import type { TaskKind } from "../domain/process.ts";
import type { Reason } from "../domain/verdict.ts";
import { openQuestionAbout } from "../domain/task-times.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";
import { documentNames } from "../domain/texts.nl.ts";
import type { WithinLimits } from "../limits/within-limits.ts";
import { leaveToFollowUp } from "../dossiers/leave-to-follow-up.ts";

export type DecideResult =
  | { status: "decided"; task: HumanTask }
  | { status: "already-decided"; decision: Decision }
  /** The dossier is closed or being withdrawn, so no decision is needed. */
  | { status: "closed" }
  | { status: "unknown" }
  | { status: "refused"; problems: z.core.$ZodIssue[]; reasons: Reason[] };

type Deps = {
  dossiers: Dossiers;
  documents: Pick<Documents, "isThere">;
  tasks: HumanTasks;
  definitions: Record<TaskKind, TaskDefinition>;
  /** Passes the stored decision on: to the workflow, or to the act of a side task. */
  passOn: (task: HumanTask) => Promise<void>;
  withinLimits: WithinLimits;
  /** Notifies everybody affected by a change of people. */
  tellPeople: (dossier: Dossier) => Promise<void>;
  now: Clock;
  newId: NewId;
};

/** `read`: the dossier, where the caller has just read it. */
export type DecideTask = (
  dossierId: string,
  id: string,
  proposed: Proposed,
  read?: WholeDossier,
) => Promise<DecideResult>;

/** `ready`: the decision would be stored. */
export type CheckResult = DecideResult | { status: "ready" };
export type CheckDecision = (
  dossierId: string,
  id: string,
  proposed: Proposed,
  read?: WholeDossier,
) => Promise<CheckResult>;

type JudgeDeps = Pick<Deps, "dossiers" | "documents" | "definitions" | "now">;
type JudgedTask =
  | Exclude<DecideResult, { status: "decided" }>
  | { status: "decided-before"; task: HumanTask }
  | {
      status: "judged";
      whole: WholeDossier;
      task: HumanTask;
      definition: TaskDefinition;
      decision: Decision;
    };

type Stored =
  | Exclude<DecideResult, { status: "decided" }>
  /** The same person already posted the same decision. Idempotent. */
  | { status: "decided-before"; task: HumanTask }
  /** `isAboutPeople`: it replaced or corrected existing people. */
  | { status: "decided"; task: HumanTask; dossier: Dossier; isAboutPeople: boolean };

/**
 * Judges a decision, stores it, and only then passes it on. Of two concurrent decisions one wins, and the other person
 * is told who decided. The same decision again is idempotent. People whom it changes are notified as after any other
 * change of people. Follow-up repeats whatever fails after the decision is stored; the person never sees that failure.
 */
export function createDecideTask(deps: Deps): DecideTask {
  return async (dossierId, id, proposed, read) => {
    let known = read;
    return untilNoConflict(async () => {
      const whole = await wholeOf(deps, dossierId, known);
      known = undefined;
      const stored = await judgeAndStore(deps, whole, id, proposed);
      if (stored.status === "decided-before") return { status: "decided", task: stored.task };
      if (stored.status !== "decided") return stored;
      const { task, dossier, isAboutPeople } = stored;
      await leaveToFollowUp(() => deps.passOn(task));
      if (isAboutPeople) await leaveToFollowUp(() => deps.tellPeople(dossier));
      return { status: "decided", task };
    });
  };
}

/** Judges a decision as `DecideTask` does, and stores nothing. */
export function createCheckDecision(deps: JudgeDeps): CheckDecision {
  return async (dossierId, id, proposed, read) => {
    const judged = await judge(deps, await wholeOf(deps, dossierId, read), id, proposed);
    if (judged.status === "judged") return { status: "ready" };
    return judged.status === "decided-before" ? { status: "decided", task: judged.task } : judged;
  };
}

/** A dossier that was read for display may lack what does not parse: an act reads it again, and fails on that. */
const wholeOf = async ({ dossiers }: JudgeDeps, id: string, read: WholeDossier | undefined) =>
  read?.unreadable.length === 0 ? read : dossiers.findWhole(id);

async function judge(
  deps: JudgeDeps,
  whole: WholeDossier | undefined,
  id: string,
  posted: Proposed,
): Promise<JudgedTask> {
  const task = whole?.tasks.find((candidate) => taskId(candidate) === id);
  if (!whole || !task) return { status: "unknown" };
  const declared = deps.definitions[task.kind];
  const advice = adviceOn(declared, task, whole.tasks);
  const proposed = withAdvice(declared, posted, advice);
  const definition = withoutAdviceDocument(declared, advice);
  if (task.decision)
    return isSameDecision(definition, task.decision, proposed)
      ? { status: "decided-before", task }
      : { status: "already-decided", decision: task.decision };
  const { dossier, accesses } = whole;
  if (task.status === "closed" || isClosedOrWithdrawn(dossier)) return { status: "closed" };

  // The tasks of a request that was given up close a moment later.
  if (definition.workflow && !isWaitedFor(task, dossier)) return { status: "closed" };
  const isAboutThis = adviceIsAboutThisText(definition, proposed, advice, whole.documents);
  if (!isAboutThis.allowed) return { status: "refused", problems: [], reasons: isAboutThis.reasons };
  const at = toInstant(deps.now());
  const documents = await thatAreThere(deps, whole.documents, proposed);
  const judged = judgeDecision(
    definition,
    { task, dossier, documents, notes: whole.notes, tasks: whole.tasks, accesses, advice: advice?.decision },
    proposed,
    at,
    (kind) => documentNames[kind],
  );
  return judged.accepted
    ? { status: "judged", whole, task, definition, decision: judged.decision }
    : { status: "refused", problems: judged.problems, reasons: judged.reasons };
}

async function judgeAndStore(
  deps: Deps,
  read: WholeDossier | undefined,
  id: string,
  posted: Proposed,
): Promise<Stored> {
  const judged = await judge(deps, read, id, posted);
  if (judged.status !== "judged") return judged;
  const { whole, task, definition, decision } = judged;
  const { dossier } = whole;
  const { by, at } = decision;
  const facts = definition.records(dossier, decision);
  const moves = movesOf(dossier, facts);
  const changes = [
    ...changesOf(dossier, facts, decision, deps.newId),
    ...changesOfPeople(moves, by, at, deps.newId),
  ];
  const after = withFacts(dossier, facts);
  const told = moves.length > 0 ? withPeople(after, after.people, at) : after;
  const questions = [openQuestionAbout(task, whole.tasks), questionToDpo(definition, task, whole.tasks)];
  // A decision that the workflow waits for resumes a held dossier; follow-up does the rest, by the clock of the hold.
  const resumes = definition.workflow;
  return withinLimitOf(deps, isOfConsumer(by) ? moves : [], async () => {
    const decided = await deps.tasks.recordDecision(
      task,
      decision,
      resumes ? holdEnded(told, at, "decision") : told,
      [...changes, ...(resumes ? endOfHold(dossier, { id: deps.newId(), at, by }) : [])],
      questions.flatMap((question) => (question ? [taskId(question)] : [])),
    );
    return { status: "decided", task: decided, dossier, isAboutPeople: moves.length > 0 };
  });
}

/** Whom a consumer names instead of somebody else gets a mail, so the addresses have the limit of any other change. */
const withinLimitOf = (deps: Deps, moves: PersonMove[], record: () => Promise<Stored>): Promise<Stored> =>
  moves.reduce(
    (perform, { to }) =>
      () =>
        deps.withinLimits(
          "people-named",
          { address: to?.email },
          perform,
          (done) => done.status === "decided",
        ),
    record,
  )();

/** A decision rests on no document whose file is missing. Files of other documents may be missing. */
async function thatAreThere(
  { documents }: JudgeDeps,
  recorded: StoredDocument[],
  proposed: Proposed,
): Promise<StoredDocument[]> {
  const looked = await Promise.all(
    recorded.map(async (document) => {
      const isNamed = proposed.documents.includes(document.id) && isAccepted(document);
      return { document, isThere: !isNamed || (await documents.isThere(document)) };
    }),
  );
  return looked.filter(({ isThere }) => isThere).map(({ document }) => document);
}

/** Existing people who changed. A person who is named for the first time replaces nobody; a number is in the answers. */
const movesOf = ({ people }: Dossier, facts: DossierFacts): PersonMove[] =>
  facts.people ? movesBetween(people, facts.people).filter((move) => move.from && isToldOf(move)) : [];

/** A record of every fact that the decision overwrites, except people, who have their own records. */
function changesOf(dossier: Dossier, facts: DossierFacts, decision: Decision, newId: NewId): Change[] {
  const before: DossierFacts = { ...dossier, ...dossier.use };
  return Object.entries(facts).flatMap(([what, to]) => {
    const from = Object.entries(before).find(([name]) => name === what)?.[1];
    const isSame = what === "people" || from === undefined || JSON.stringify(from) === JSON.stringify(to);
    return isSame ? [] : [{ id: newId(), at: decision.at, by: decision.by, what, from, to }];
  });
}
