import { type Stage, WORKFLOW_VERSION, type WorkflowName } from "../../statemachine/contract.ts";
import { addDays, type Instant } from "../domain/calendar.ts";
import { type Dossier, executionOf, isUnderWay, stageToResume } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { AGAIN_DAYS } from "./renew-execution.ts";

/**
 * Effect of a move. `moves`: the open tasks get a new token from a fresh execution. `later`: the workflow is between
 * two tasks, and the next sweep retries. `under-way`: the move was requested earlier, and is retried until it succeeds.
 * The other values give the reason why nothing happens.
 */
export const MOVE_OUTCOMES = [
  "moves",
  "later",
  "under-way",
  "current",
  "parked",
  "closing",
  "starting",
  "not-running",
] as const;
export type MoveOutcome = (typeof MOVE_OUTCOMES)[number];

export type Move = {
  dossierId: string;
  reference: string;
  organisationName: string;
  stage: Stage;
  workflow: WorkflowName;
  /** Absent for an execution from before definitions had versions. */
  from?: number;
  to: number;
  outcome: MoveOutcome;
  /** Ids of the open tasks that get a new token. */
  tasks: string[];
};

export const runsOlderVersion = (dossier: Dossier): boolean =>
  (dossier.workflowVersion ?? 0) < WORKFLOW_VERSION[executionOf(dossier).workflow];

/**
 * Whether a task waits for a decision through a token, so that a fresh execution can replace its execution unnoticed.
 */
const holdsToken = ({ status, taskToken }: HumanTask): boolean =>
  status === "open" && taskToken !== undefined;

/**
 * Whether the execution is already being replaced, by request or by age: the clock of its age is due, or will be at
 * follow-up's next attempt.
 */
const movesByItself = ({ clocks }: Dossier, now: Instant): boolean => {
  const due = clocks.executionAge;
  return due !== undefined && due <= addDays(now, AGAIN_DAYS);
};

export function moveOf(dossier: Dossier, tasks: readonly HumanTask[], now: Instant): Move {
  const { workflow } = executionOf(dossier);
  const waiting = tasks.filter(holdsToken).map(taskId);
  const outcome = outcomeOf(dossier, waiting.length, now);
  return {
    dossierId: dossier.id,
    reference: dossier.reference,
    organisationName: dossier.organisation.name,
    stage: stageToResume(dossier),
    workflow,
    from: dossier.workflowVersion,
    to: WORKFLOW_VERSION[workflow],
    outcome,
    tasks: outcome === "moves" ? waiting : [],
  };
}

function outcomeOf(dossier: Dossier, waiting: number, now: Instant): MoveOutcome {
  if (dossier.status === "PARKED") return "parked";
  if (!isUnderWay(dossier)) return "not-running";
  if (dossier.request.closing) return "closing";
  if (dossier.request.start) return "starting";
  if (!runsOlderVersion(dossier)) return "current";
  if (movesByItself(dossier, now)) return "under-way";
  return waiting > 0 ? "moves" : "later";
}
