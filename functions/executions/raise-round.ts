import * as z from "zod";
import { STAGES } from "../../statemachine/contract.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { HumanTasks } from "../domain/ports.ts";
import { type BeginState, StatePayload } from "./begin-state.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";

export const RaiseRoundPayload = StatePayload.extend({
  restarts: z.array(z.object({ stage: z.enum(STAGES), from: StatePayload.shape.state })).min(1),
});

type Restarts = z.infer<typeof RaiseRoundPayload>["restarts"];
type Deps = { beginState: BeginState; changeDossier: ChangeDossier; tasks: Pick<HumanTasks, "find"> };

/**
 * Starts the next round of the stages that a loop returns to, once per task that caused the loop. A task from an
 * earlier round than the stage's current one has already caused its loop.
 */
export function createRaiseRound(deps: Deps) {
  return async (payload: z.infer<typeof RaiseRoundPayload>): Promise<void> => {
    await deps.beginState(payload);
    const cause = payload.previous;
    if (cause === null)
      throw new GiveUp("ROUND_WITHOUT_CAUSE", { dossier: payload.dossierId, state: payload.state });
    const task = await deps.tasks.find(payload.dossierId, cause);
    await deps.changeDossier(payload.dossierId, (dossier) => {
      if (task && hadItsLoop(task, dossier, payload.restarts)) return undefined;
      const raised = payload.restarts.filter(({ stage }) => dossier.rounds[stage]?.cause !== cause);
      if (raised.length === 0) return undefined;
      return { ...dossier, rounds: { ...dossier.rounds, ...nextRounds(dossier, raised, cause) } };
    });
  };
}

const hadItsLoop = ({ stage, round }: HumanTask, dossier: Dossier, restarts: Restarts): boolean =>
  restarts.some((restart) => restart.stage === stage && round < roundOf(dossier, restart.stage));

const nextRounds = (dossier: Dossier, raised: Restarts, cause: string): Dossier["rounds"] =>
  Object.fromEntries(
    raised.map(({ stage, from }) => [stage, { number: roundOf(dossier, stage) + 1, from, cause }]),
  );
