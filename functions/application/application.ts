import { createSealErased, createSealLog } from "../log/seal-log.ts";
import { createVerifyLog } from "../log/verify-log.ts";
import { createWithinLimits } from "../limits/within-limits.ts";
import { createTakeOver } from "../documents/take-over.ts";
import { createSettleCheck } from "../documents/settle-check.ts";
import { createSendMail } from "../mail/send-mail.ts";
import { createBuryDossier } from "../retention/delete-dossier.ts";
import { createAmendDossier } from "../in-use/amend-dossier.ts";
import { createAnnounceTask } from "../tasks/announce-task.ts";
import { createBeginState } from "../executions/begin-state.ts";
import { createChangeDossier } from "../dossiers/change-dossier.ts";
import { createCheckExecution } from "../executions/check-execution.ts";
import { createCloseDossier } from "../dossiers/close-dossier.ts";
import { createCompleteClosing } from "../dossiers/complete-closing.ts";
import { createCloseParked } from "../executions/close-parked.ts";
import { createContinueAsNew } from "../executions/continue-as-new.ts";
import { createDeliverAgain, createDeliverDecision } from "../tasks/deliver-decision.ts";
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
import { createResumeAll } from "../executions/resume-all.ts";
import { createResumeDossier } from "../executions/resume-dossier.ts";
import { createLaunchExecution } from "../executions/start-execution.ts";
import { createCarryOutWithdrawal, createWithdrawDossier } from "../dossiers/withdraw-dossier.ts";

import { createAnswerEnquiryAct } from "../contact/answer-enquiry.ts";
import { createBeginEnteredUse } from "../contact/begin-entered-use.ts";
import { createConfirmContact } from "../contact/confirm-contact.ts";
import { createOpenDossierByTeam } from "../contact/open-dossier-by-team.ts";
import { createOpenEnquiry } from "../contact/open-enquiry.ts";
import { createOpenEntering } from "../contact/open-entering.ts";
import { createRequestContact } from "../contact/request-contact.ts";
import {
  createMessageApplicant,
  createMessageTeam,
  createRecordMessage,
  createRecordReceived,
  createSendMessages,
} from "../dossiers/send-message.ts";
import { createCarryOutHold } from "../hold/carry-out-hold.ts";
import { createHoldDossier, createResumeHeld } from "../hold/hold-dossier.ts";
import { createTellLedOpinion } from "../dpia/tell-led-opinion.ts";
import { createCheckYearly } from "../in-use/check-yearly.ts";
import { createTellTermHasBegun } from "../in-use/tell-term-has-begun.ts";
import { createAskOtherChannel } from "../magda/ask-other-channel.ts";
import { createRecordOtherChannel } from "../magda/record-other-channel.ts";
import { createRecordYearlyCheck } from "../in-use/record-yearly-check.ts";
import { createRequestLink } from "../lost-link/request-link.ts";
import { createNotifyOfTerm } from "../out-of-use/notify-of-term.ts";
import { createTellTermIsOver } from "../out-of-use/tell-term-is-over.ts";
import {
  createCarryOverOrganisation,
  createChangeOrganisation,
} from "../organisation/change-organisation.ts";
import { createChangePeople } from "../people/change-people.ts";
import { createUndoHandover } from "../people/undo-handover.ts";
import { createTellPeople, createTellPeopleAgain } from "../people/tell-people.ts";
import { createRecordPublication } from "../protocol/record-publication.ts";
import { createCompleteDeletion } from "../retention/delete-dossier.ts";
import { createAssignNewMail } from "../receive-mail/assign-new-mail.ts";
import { createSettleNewMail } from "../receive-mail/settle-new-mail.ts";
import { createEraseDossier } from "../retention/erase-dossier.ts";
import { createFollowRetention } from "../retention/follow-retention.ts";
import { createLiftLegalHold, createSetLegalHold } from "../retention/legal-hold.ts";
import { createAssignTask } from "../staff/assign-task.ts";
import { createBecomeHandler } from "../handler/become-handler.ts";
import { createChangeHandler } from "../handler/change-handler.ts";
import { createEndSubstitution, createNameSubstitute } from "../staff/substitutions.ts";
import { createActOnStalled } from "../tasks/act-on-stalled.ts";
import { createActOnAnswer } from "../tasks/act-on-answer.ts";
import { createAskDpo } from "../tasks/ask-dpo.ts";
import { createAskForAnswer } from "../tasks/ask-for-answer.ts";
import { createCheckDecision, createDecideTask } from "../tasks/decide-task.ts";
import { createConfirmReceipt } from "../tasks/confirm-receipt.ts";
import { createTellAdvice } from "../tasks/tell-advice.ts";
import { createOpenStalled } from "../tasks/open-stalled.ts";
import { createPassOnDecision } from "../tasks/pass-on-decision.ts";
import { createTakeDocumentAway } from "../tasks/take-document-away.ts";
import { createRedeliverDecision } from "../executions/redeliver-decision.ts";
import { createRescheduleTask, createRescheduleTasks } from "../tasks/reschedule-tasks.ts";
import { createAddWebhook } from "../webhooks/add-webhook.ts";
import { createPublishEvents } from "../webhooks/publish-events.ts";
import { createReplayDeliveries } from "../webhooks/replay-deliveries.ts";
import type { Suppressions } from "../domain/ports.ts";
import type { Backend } from "./backend.ts";
import { TASKS } from "./tasks.ts";

/** The acts that all steps of the workflow share, for one backend. */
export function createActs(backend: Backend) {
  const sendMail = createSendMail(backend);
  const changeDossier = createChangeDossier(backend);
  const beginState = createBeginState(backend);
  const deliver = createDeliverDecision(backend);
  const deliverAgain = createDeliverAgain({ ...backend, deliver });
  const announce = createAnnounceTask({ ...backend, definitions: TASKS, sendMail });
  const confirmReceipt = createConfirmReceipt({ ...backend, definitions: TASKS, sendMail });
  const openTask = createOpenTask({ ...backend, announce, confirmReceipt, deliverAgain });
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
    deliverAgain,
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
    openTask,
    askOtherChannel: createAskOtherChannel({ ...backend, openTask }),
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
    withdraw: createWithdrawDossier({
      ...backend,
      changeDossier,
      closeDossier,
      carryOut: carryOutWithdrawal,
    }),
  };
}

export type Acts = ReturnType<typeof createActs>;

/**
 * Composition root: creates every act of the product for one backend. The sites, follow-up and the tests use it. The
 * state functions use the shared acts only, because their bundles contain everything they import.
 */
export function createApplication(backend: Backend & { suppressions?: Suppressions }) {
  const acts = {
    ...createActs(backend),
    definitions: TASKS,
    askForAnswer: createAskForAnswer(backend),
  };
  const tellPeople = createTellPeople(acts);
  const reschedule = createRescheduleTask(acts);
  const rescheduleTasks = createRescheduleTasks(acts);
  const carryOutHold = createCarryOutHold({ ...acts, rescheduleTasks });
  const carryOverOrganisation = createCarryOverOrganisation({ ...acts, rescheduleTasks });
  const publishEvents = createPublishEvents(acts);
  const completeDeletion = createCompleteDeletion({
    ...acts,
    ...{ publishEvents, sealErased: createSealErased(acts) },
  });
  const recordPublication = createRecordPublication(acts);
  const becomeHandler = createBecomeHandler(acts);
  const assignTask = createAssignTask({ ...acts, becomeHandler });
  const passOn = createPassOnDecision({
    ...acts,
    sideActs: {
      AnswerEnquiry: createAnswerEnquiryAct(acts),
      EnterUse: createBeginEnteredUse(acts),
      PublishByApplicant: recordPublication,
      PublishByAuthority: recordPublication,
      AdviseOnDpia: createTellAdvice(acts),
      AdviseOnDpiaForLed: createTellLedOpinion(acts),
      AdviseAsConsumerDpo: createTellAdvice(acts),
      ConnectOtherChannel: createRecordOtherChannel(acts),
      ConfirmYearly: createRecordYearlyCheck(acts),
      AnswerMessage: createActOnAnswer({ ...acts, recordMessage: createRecordMessage(acts) }),
      DecideStalled: createActOnStalled({
        ...acts,
        reschedule,
        // The decision is about a task of the workflow.
        decideTask: createDecideTask({ ...acts, tellPeople, passOn: acts.deliver }),
      }),
    },
  });
  return {
    ...acts,
    tellPeople,
    passOn,
    decideTask: createDecideTask({ ...acts, tellPeople, passOn }),
    checkDecision: createCheckDecision(acts),
    askDpo: createAskDpo(acts),
    redeliver: createRedeliverDecision(acts),
    openStalled: createOpenStalled({ ...acts, reschedule }),
    becomeHandler,
    assignTask,
    changeHandler: createChangeHandler({ ...acts, assignTask }),
    takeDocumentAway: createTakeDocumentAway(acts),
    takeOver: createTakeOver(acts),
    assignNewMail: createAssignNewMail(acts),
    settleNewMail: createSettleNewMail({ ...acts, recordReceived: createRecordReceived(acts) }),
    nameSubstitute: createNameSubstitute(acts),
    endSubstitution: createEndSubstitution(acts),

    requestContact: createRequestContact(acts),
    confirmContact: createConfirmContact(acts),
    openDossierByTeam: createOpenDossierByTeam(acts),
    openEnquiry: createOpenEnquiry(acts),
    openEntering: createOpenEntering(acts),
    requestLink: createRequestLink(acts),
    messageApplicant: createMessageApplicant(acts),
    messageTeam: createMessageTeam(acts),
    sendMessages: createSendMessages(acts),
    changePeople: createChangePeople({ ...acts, tellPeople, suppressions: backend.suppressions }),
    undoHandover: createUndoHandover({ ...acts, tellPeople }),
    tellPeopleAgain: createTellPeopleAgain({ ...acts, tellPeople }),

    carryOverOrganisation,
    changeOrganisation: createChangeOrganisation({ ...acts, carryOverOrganisation }),
    carryOutHold,
    holdDossier: createHoldDossier({ ...acts, carryOutHold }),
    resumeAll: createResumeAll(acts),
    resumeHeld: createResumeHeld({ ...acts, carryOutHold }),
    checkYearly: createCheckYearly(acts),
    notifyOfTerm: createNotifyOfTerm(acts),
    tellTermIsOver: createTellTermIsOver(acts),
    tellTermHasBegun: createTellTermHasBegun(acts),

    setLegalHold: createSetLegalHold(acts),
    liftLegalHold: createLiftLegalHold(acts),
    eraseDossier: createEraseDossier(acts),
    settleCheck: createSettleCheck({ ...acts, files: acts.arrived }),
    sealLog: createSealLog(acts),
    verifyLog: createVerifyLog(acts),
    publishEvents,
    addWebhook: createAddWebhook(acts),
    replayDeliveries: createReplayDeliveries(acts),
    completeDeletion,
    followRetention: createFollowRetention({ ...acts, completeDeletion }),
  };
}
export type Application = ReturnType<typeof createApplication>;
