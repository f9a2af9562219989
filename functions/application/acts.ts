import type { Backend } from "./backend.ts";
import { createWithinLimits } from "../limits/within-limits.ts";
import { createSendMail } from "../mail/send-mail.ts";
import { createBuryDossier } from "../retention/delete-dossier.ts";
import { createAmendDossier } from "../in-use/amend-dossier.ts";
import { createAnnounceTask } from "../tasks/announce-task.ts";
import { createBeginState } from "../executions/begin-state.ts";
import { createChangeDossier } from "../dossiers/change-dossier.ts";
import { createCheckExecution } from "../executions/check-execution.ts";
import { createCloseAfterDecision } from "../executions/close-after-decision.ts";
import { createCloseDossier } from "../dossiers/close-dossier.ts";
import { createCompleteClosing } from "../dossiers/complete-closing.ts";
import { createCloseParked } from "../executions/close-parked.ts";
import { createContinueAsNew } from "../executions/continue-as-new.ts";
import { createDeliverDecision } from "../tasks/deliver-decision.ts";
import { createBeginAskedEnd, createEndUse } from "../out-of-use/end-use.ts";
import { createEnterStage } from "../executions/enter-stage.ts";
import { createFindMoves } from "../executions/find-moves.ts";
import { createGrantAccess } from "../in-use/grant-access.ts";
import { createEscalateTask } from "../tasks/escalate-task.ts";
import { createMoveAll } from "../executions/move-all.ts";
import { createMoveToCurrentVersion } from "../executions/move-to-current-version.ts";
import { createOpenTask } from "../tasks/open-task.ts";
import { createParkDossier } from "../executions/park-dossier.ts";
import { createRaiseRound } from "../executions/raise-round.ts";
import { createRenewExecution } from "../executions/renew-execution.ts";
import { createResumeDossier } from "../executions/resume-dossier.ts";
import { createLaunchExecution } from "../executions/start-execution.ts";
import { createCarryOutWithdrawal, createWithdrawDossier } from "../dossiers/withdraw-dossier.ts";

/** The acts that every step shares, on one backend. */
export function createActs(backend: Backend) {
  const sendMail = createSendMail(backend);
  const changeDossier = createChangeDossier(backend);
  const beginState = createBeginState(backend);
  const deliver = createDeliverDecision(backend);
  const announce = createAnnounceTask({ ...backend, sendMail });
  const launch = createLaunchExecution({ ...backend, changeDossier });
  const grantAccess = createGrantAccess(backend);
  const completeClosing = createCompleteClosing({ ...backend, sendMail, changeDossier });
  const closeDossier = createCloseDossier({ ...backend, changeDossier, completeClosing });
  const carryOutWithdrawal = createCarryOutWithdrawal({ ...backend, changeDossier, closeDossier });
  const renewExecution = createRenewExecution({ ...backend, changeDossier });
  const moveToCurrentVersion = createMoveToCurrentVersion({ ...backend, changeDossier, renewExecution });
  const findMoves = createFindMoves(backend);
  const park = createParkDossier({ ...backend, changeDossier, sendMail });
  return {
    ...backend,
    sendMail,
    withinLimits: createWithinLimits(backend),
    changeDossier,
    beginState,
    deliver,
    announce,
    escalate: createEscalateTask({ ...backend, sendMail }),
    launch,
    closeDossier,
    completeClosing,
    grantAccess,
    beginAskedEnd: createBeginAskedEnd({ ...backend, changeDossier, launch }),
    endUse: createEndUse({ ...backend, changeDossier, launch, carryOutWithdrawal }),
    amend: createAmendDossier({ ...backend, changeDossier, launch }),
    carryOutWithdrawal,
    buryDossier: createBuryDossier(backend),
    openTask: createOpenTask({ ...backend, announce, deliver }),
    enterStage: createEnterStage({ ...backend, beginState, changeDossier }),
    raiseRound: createRaiseRound({ ...backend, beginState, changeDossier }),
    continueAsNew: createContinueAsNew({ ...backend, beginState, changeDossier, launch }),
    renewExecution,
    checkExecution: createCheckExecution({ ...backend, changeDossier, park }),
    moveToCurrentVersion,
    findMoves,
    moveAll: createMoveAll({ findMoves, moveToCurrentVersion }),
    park,
    closeParked: createCloseParked({ ...backend, closeDossier }),
    resume: createResumeDossier({ ...backend, changeDossier, launch }),
    closeAfterDecision: createCloseAfterDecision({ ...backend, beginState, closeDossier }),
    withdraw: createWithdrawDossier({
      ...backend,
      changeDossier,
      closeDossier,
      carryOut: carryOutWithdrawal,
    }),
  };
}
export type Acts = ReturnType<typeof createActs>;
