import type { EnterProtocolResult } from "../../statemachine/contract.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { taskId } from "../domain/human-task.ts";
import type { HumanTasks } from "../domain/ports.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import type { EnterStage } from "../executions/enter-stage.ts";
import { dpiaIsConcluded } from "./dpia-is-concluded.ts";
import { priorConsultationIsNeeded } from "./prior-consultation-is-needed.ts";

type Deps = { beginState: BeginState; enterStage: EnterStage; tasks: Pick<HumanTasks, "find"> };

/**
 * Moves the dossier to the protocol phase, never before the DPIA is concluded. A round with a submitted protocol has
 * already started: when the supervisor then requires changes to the DPIA, that decision must still be delivered.
 */
export function createEnterProtocol(deps: Deps) {
  return async (payload: StatePayload): Promise<EnterProtocolResult> => {
    const dossier = await deps.beginState(payload);
    const verdict = dpiaIsConcluded(dossier);
    if (!verdict.allowed && !(await roundHasStarted(deps, dossier))) {
      const rules = verdict.reasons.map((reason) => reason.rule).join(",");
      throw new GiveUp("STAGE_MAY_NOT_START", { dossier: dossier.id, stage: "PROTOCOL", rules });
    }
    const { entry } = await deps.enterStage(payload, "PROTOCOL");
    return { entry, priorConsultation: priorConsultationIsNeeded(dossier) ? "needed" : "not-needed" };
  };
}

async function roundHasStarted({ tasks }: Deps, dossier: Dossier): Promise<boolean> {
  const round = roundOf(dossier, "PROTOCOL");
  const submission = await tasks.find(
    dossier.id,
    taskId({ kind: "SubmitProtocol", pass: dossier.pass, round }),
  );
  return submission?.status === "decided";
}
