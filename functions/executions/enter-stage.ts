import { type EnterResult, isStateName } from "../../statemachine/contract.ts";
import { daysBetween, toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import { FIRST_STATE, moveIsAllowed, type Stage } from "../domain/process.ts";
import { type AlsoTakes, type BeginState, mustGoOn, type StatePayload } from "./begin-state.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";

export type EnterStage = (
  payload: StatePayload,
  stage: Stage,
  also?: AlsoTakes,
) => Promise<{ dossier: Dossier } & EnterResult>;

/** Moves the dossier to a stage, and returns the state at which the stage's current round starts. */
export function createEnterStage(deps: {
  beginState: BeginState;
  changeDossier: ChangeDossier;
  measureStage: (stage: Stage, days: number) => void;
  now: Clock;
}): EnterStage {
  return async (payload, stage, also) => {
    const before = await deps.beginState(payload, also);
    if (!moveIsAllowed(before.stage, stage)) {
      throw new GiveUp("MOVE_NOT_ALLOWED", { dossier: before.id, from: before.stage, to: stage });
    }
    const dossier = await deps.changeDossier(before.id, (current) => {
      mustGoOn(current, payload, also);
      return current.stage === stage ? undefined : { ...current, stage, since: toInstant(deps.now()) };
    });
    // A step that runs again counts once; an amendment enters from the use, which is not a lead time.
    if (before.stage !== stage && before.stage !== "IN_USE")
      deps.measureStage(before.stage, daysBetween(before.since, dossier.since));
    return { dossier, entry: stateNamed(dossier.rounds[stage]?.from) ?? FIRST_STATE[stage] };
  };
}

const stateNamed = (name: string | undefined) => (name !== undefined && isStateName(name) ? name : undefined);
