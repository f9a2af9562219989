import type { Stage } from "../../statemachine/contract.ts";
import { toInstant } from "../domain/calendar.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, NewId } from "../domain/ports.ts";
import { refused, type Verdict } from "../domain/verdict.ts";
import { type ChangeDossier } from "../dossiers/change-dossier.ts";
import { type LaunchExecution, withNextRun } from "./start-execution.ts";
import { stageIsReached } from "./stage-is-reached.ts";
import { storedFirst } from "../dossiers/follow-up-retries.ts";

/** Undoes a parking: a fresh execution from a stage the dossier has reached. */
export function createResumeDossier(deps: {
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  now: Clock;
  newId: NewId;
}) {
  return async (dossierId: string, resumeFrom: Stage, by: Actor): Promise<Verdict> => {
    let verdict: Verdict = refused("PARK-01", "Dit dossier is niet geparkeerd.");
    const at = toInstant(deps.now());
    const dossier = await deps.changeDossier(
      dossierId,
      (current) => {
        if (current.status !== "PARKED") return undefined;
        verdict = stageIsReached(current, resumeFrom);
        if (!verdict.allowed) return undefined;
        const { parked: _, ...rest } = current;
        return withNextRun({ ...rest, status: current.ending ? "ENDING" : "ONBOARDING" }, resumeFrom, at);
      },
      (before) => [{ id: deps.newId(), at, by, what: "resumed", from: before.status, to: resumeFrom }],
    );
    if (verdict.allowed) await storedFirst(() => deps.launch(dossier));
    return verdict;
  };
}
