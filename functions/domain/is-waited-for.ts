import { type Dossier, isUnderWay, roundOf } from "./dossier.ts";
import type { HumanTask } from "./human-task.ts";

/**
 * Whether the workflow waits for this task, or will after a parked dossier resumes. False for a task of a request, or
 * of an ending, that was given up.
 */
export function isWaitedFor({ stage, pass, round }: HumanTask, dossier: Dossier): boolean {
  if (!isUnderWay(dossier) && dossier.status !== "PARKED") return false;
  return stage === "OUT_OF_USE"
    ? dossier.ending !== undefined && round === roundOf(dossier, "OUT_OF_USE")
    : dossier.ending === undefined && pass === dossier.pass;
}
