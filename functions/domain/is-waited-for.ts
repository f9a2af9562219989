import { type Dossier, endingOf, isUnderWay, roundOf } from "./dossier.ts";
import type { HumanTask } from "./human-task.ts";

/**
 * Whether the workflow waits for this task of its own, or will once a parked dossier goes on; not for one of a request,
 * or of an ending, that was given up since.
 */
export function isWaitedFor({ stage, pass, round }: HumanTask, dossier: Dossier): boolean {
  if (!isUnderWay(dossier) && dossier.status !== "PARKED") return false;
  if (endingOf(dossier)) return stage === "OUT_OF_USE" && round === roundOf(dossier, stage);
  return stage !== "OUT_OF_USE" && pass === dossier.pass;
}
