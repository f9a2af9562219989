import { type Stage, WORKFLOW_VERSION, type WorkflowName } from "../../statemachine/contract.ts";
import { addDays, type Instant } from "../domain/calendar.ts";
import { type Dossier, executionOf, isUnderWay, stageToResume } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { AGAIN_DAYS } from "./renew-execution.ts";

/**
 * What a move would do. `moves`: the open tasks get a new token from a fresh execution. `later`: the workflow is between
 * two tasks, and is tried again at the next sweep. `under-way`: it was asked already, and is tried again until it has
 * moved. The others say why nothing happens.
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
  /** Absent for an execution that was started before definitions had versions. */
  from?: number;
  to: number;
  outcome: MoveOutcome;
  /** Ids of the open tasks that get a new token. */
  tasks: string[];
};

export const runsOlderVersion = (dossier: Dossier): boolean =>
  (dossier.workflowVersion ?? 0) < WORKFLOW_VERSION[executionOf(dossier).workflow];

/** Waits for a decision through a token, so that its execution can give way to a fresh one without anybody noticing. */
const holdsToken = ({ status, taskToken }: HumanTask): boolean =>
  status === "open" && taskToken !== undefined;

/**
 * Whether its execution gives way already, because it was asked or has grown old: the clock of its age is due, or will be
 * by the time that follow-up tries again.
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
  if (dossier.closing) return "closing";
  if (dossier.start) return "starting";
  if (!runsOlderVersion(dossier)) return "current";
  if (movesByItself(dossier, now)) return "under-way";
  return waiting > 0 ? "moves" : "later";
}
