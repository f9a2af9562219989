import type { Stage } from "../../statemachine/contract.ts";
import { toInstant } from "../domain/calendar.ts";
import type { DossierOf } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, NewId } from "../domain/ports.ts";
import { refused, type Verdict } from "../domain/verdict.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import { type LaunchExecution, withNextRun } from "./start-execution.ts";
import { stageIsReached } from "./stage-is-reached.ts";

/** Resumes a parked dossier: starts a fresh execution at a stage that the dossier has reached. */
export function createResumeDossier(deps: {
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  now: Clock;
  newId: NewId;
}) {
  return (dossierId: string, resumeFrom: Stage, by: Actor): Promise<Verdict> => {
    const at = toInstant(deps.now());
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) =>
        current.status === "PARKED"
          ? stageIsReached(current, resumeFrom)
          : refused("PARK-01", "Dit dossier is niet geparkeerd."),
      change: (current) => {
        if (current.status !== "PARKED") return undefined;
        return withNextRun(unparked(current), resumeFrom, at);
      },
      records: (before) => [
        { id: deps.newId(), at, by, what: "resumed", from: before.status, to: resumeFrom },
      ],
      then: deps.launch,
    });
  };
}

const unparked = (dossier: DossierOf<"PARKED">): DossierOf<"ONBOARDING" | "ENDING"> =>
  dossier.returnsTo === "ENDING"
    ? { ...dossier, status: dossier.returnsTo, returnsTo: undefined, parked: undefined }
    : { ...dossier, status: dossier.returnsTo, returnsTo: undefined, parked: undefined };
