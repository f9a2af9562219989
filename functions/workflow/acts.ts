import type { Backend } from "../adapters/backend.ts";
import { createWithinLimits } from "../limits/within-limits.ts";
import { createSendMail } from "../mail/send-mail.ts";
import { createBuryDossier } from "../keeping/delete-dossier.ts";
import { createAmendDossier } from "./amend-dossier.ts";
import { createAnnounceTask } from "./announce-task.ts";
import { createBeginState } from "./begin-state.ts";
import { createChangeDossier } from "./change-dossier.ts";
import { createCheckExecution } from "./check-execution.ts";
import { createCloseAfterDecision } from "./close-after-decision.ts";
import { createCloseDossier } from "./close-dossier.ts";
import { createCompleteClosing } from "./complete-closing.ts";
import { createCloseParked } from "./close-parked.ts";
import { createContinueAsNew } from "./continue-as-new.ts";
import { createDeliverDecision } from "./deliver-decision.ts";
import { createBeginAskedEnd, createEndUse } from "./end-use.ts";
import { createEnterStage } from "./enter-stage.ts";
import { createFindMoves } from "./find-moves.ts";
import { createGrantAccess } from "./grant-access.ts";
import { createEscalateTask } from "./escalate-task.ts";
import { createMoveAll } from "./move-all.ts";
import { createMoveToCurrentVersion } from "./move-to-current-version.ts";
import { createOpenTask } from "./open-task.ts";
import { createParkDossier } from "./park-dossier.ts";
import { createRaiseRound } from "./raise-round.ts";
import { createRenewExecution } from "./renew-execution.ts";
import { createResumeDossier } from "./resume-dossier.ts";
import { createLaunchExecution } from "./start-execution.ts";
import { createCarryOutWithdrawal, createWithdrawDossier } from "./withdraw-dossier.ts";

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
