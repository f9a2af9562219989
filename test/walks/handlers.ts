import * as z from "zod";
import { createOpenDossier } from "../../functions/contact/open-dossier.ts";
import { createCommunicateDpia } from "../../functions/dpia/communicate-dpia.ts";
import { createStartUse } from "../../functions/in-use/start-use.ts";
import { createAdviseExploratoryTalk } from "../../functions/intake/advise-exploratory-talk.ts";
import { createEnterMagda } from "../../functions/magda/enter-magda.ts";
import { createEnterOutOfUse } from "../../functions/out-of-use/enter-out-of-use.ts";
import { createOpenReversal } from "../../functions/out-of-use/open-reversal.ts";
import { createRenewUse } from "../../functions/out-of-use/renew-use.ts";
import { createRestoreUse } from "../../functions/out-of-use/restore-use.ts";
import { createDistributeProtocol } from "../../functions/protocol/distribute-protocol.ts";
import { createEnterProtocol } from "../../functions/protocol/enter-protocol.ts";
import { createOpenWithTemplate } from "../../functions/protocol/open-with-template.ts";
import { TASKS } from "../../functions/tasks.ts";
import type { Acts } from "../../functions/workflow/acts.ts";
import { StatePayload } from "../../functions/workflow/begin-state.ts";
import { RaiseRoundPayload } from "../../functions/workflow/raise-round.ts";
import { humanState, type LambdaHandler, systemState } from "../../functions/workflow/state-handlers.ts";
import type { StateName } from "../../statemachine/contract.ts";

const Caught = StatePayload.extend({ error: z.string(), cause: z.string() });
const Ended = z.object({ executionName: z.string().regex(/^[^-]+-\d+$/), status: z.string() });

/** Behind each state the act that its handler.ts wires, on acts of the caller. */
export function createHandlers(acts: Acts): Record<StateName, LambdaHandler> {
  const system = (name: StateName, act: (payload: StatePayload) => Promise<object | void>) =>
    systemState(name, StatePayload, act);
  const human = (name: keyof typeof TASKS, openTask = acts.openTask) =>
    humanState({ ...acts, openTask }, TASKS[name]);
  return {
    OpenDossier: system("OpenDossier", createOpenDossier(acts)),

    EnterIntake: system("EnterIntake", async (payload) => {
      const { entry } = await acts.enterStage(payload, "INTAKE");
      return { entry };
    }),
    SubmitIntake: human("SubmitIntake"),
    AssessIntake: human("AssessIntake"),
    AgreePlanning: human("AgreePlanning"),
    ProposePlanning: human("ProposePlanning"),
    AdviseExploratoryTalk: system("AdviseExploratoryTalk", createAdviseExploratoryTalk(acts)),

    EnterDpia: system("EnterDpia", async (payload) => {
      const { entry } = await acts.enterStage(payload, "DPIA");
      return { entry };
    }),
    PreAssessDpia: human("PreAssessDpia"),
    CommunicateDpia: system("CommunicateDpia", createCommunicateDpia(acts)),
    CarryOutDpia: human("CarryOutDpia"),
    ReviewDpia: human("ReviewDpia"),

    EnterProtocol: system("EnterProtocol", createEnterProtocol(acts)),
    SubmitProtocol: human("SubmitProtocol", createOpenWithTemplate(acts)),
    ReviewProtocol: human("ReviewProtocol"),
    AdviseOnProtocol: human("AdviseOnProtocol"),
    RecordPriorConsultation: human("RecordPriorConsultation"),
    SignForApplicant: human("SignForApplicant"),
    SignForAuthority: human("SignForAuthority"),
    DistributeProtocol: system("DistributeProtocol", createDistributeProtocol(acts)),

    EnterMagda: system("EnterMagda", createEnterMagda(acts)),
    ConnectMagda: human("ConnectMagda"),

    StartUse: system("StartUse", createStartUse(acts)),

    EnterOutOfUse: system("EnterOutOfUse", createEnterOutOfUse(acts)),
    DecideRenewal: human("DecideRenewal"),
    ConfirmEndOfUse: human("ConfirmEndOfUse"),
    ReversalPeriod: human("ReversalPeriod", createOpenReversal(acts)),
    RenewUse: system("RenewUse", createRenewUse(acts)),
    RestoreUse: system("RestoreUse", createRestoreUse(acts)),

    RaiseRound: systemState("RaiseRound", RaiseRoundPayload, acts.raiseRound),
    CloseDossier: system("CloseDossier", acts.closeAfterDecision),
    ContinueAsNew: system("ContinueAsNew", acts.continueAsNew),
    ParkDossier: systemState("ParkDossier", z.union([Caught, Ended]), (payload) => {
      if (!("executionName" in payload)) return acts.park(payload);
      const [dossierId = "", run = ""] = payload.executionName.split("-");
      const { status, executionName } = payload;
      return acts.park({
        dossierId,
        run: Number(run),
        error: status,
        cause: `execution=${executionName}`,
      });
    }),
  };
}
