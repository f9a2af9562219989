import { type Dossier, endingOf, isUnderWay, roundOf } from "./dossier.ts";
import type { HumanTask } from "./human-task.ts";

/**
 * Whether the workflow waits for this task, or will after a parked dossier resumes. False for a task of a request, or
 * of an ending, that was given up.
 */
export function isWaitedFor({ stage, pass, round }: HumanTask, dossier: Dossier): boolean {
  if (!isUnderWay(dossier) && dossier.status !== "PARKED") return false;
  if (endingOf(dossier)) return stage === "OUT_OF_USE" && round === roundOf(dossier, stage);
  return stage !== "OUT_OF_USE" && pass === dossier.pass;
}
