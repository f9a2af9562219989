import type * as sfn from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { choose, type StateBuilder } from "./states.ts";
import { beginning, withItsEndings } from "./endings.ts";

/**
 * The onboarding of one public organisation. Read from top to bottom it is the process, with every state, loop and
 * outcome. The definition holds only states and transitions; functions/ holds the permissions to decide and the effects
 * of each decision.
 */
export const onboarding = (scope: Construct, states: StateBuilder): sfn.IChainable =>
  withItsEndings(scope, states, "Onboarding", theProcess(scope, states));

function theProcess(scope: Construct, states: StateBuilder): sfn.IChainable {
  const { contact, intake, dpia, protocol, magda, inUse, closeDossier } = theStates(states);

  // 1 Contact
  contact.openDossier.next(intake.enterIntake);

  // 2 Intake
  intake.enterIntake.startsAt({
    SubmitIntake: intake.submitIntake,
    ProposePlanning: intake.proposePlanning,
  });
  intake.submitIntake.decides({ submitted: intake.assessIntake });
  intake.assessIntake.decides({
    suitable: intake.welcomePeople.next(intake.agreePlanning),
    "more-information": intake.askMoreInformation.next(intake.submitIntake),
    unsuitable: closeDossier,
    close: closeDossier,
  });
  intake.agreePlanning.decides({
    agree: intake.adviseExploratoryTalk,
    "other-dates": intake.askOtherDates.next(intake.proposePlanning),
  });
  intake.proposePlanning.decides({ proposed: intake.agreePlanning, keep: intake.agreePlanning });
  intake.adviseExploratoryTalk.next(dpia.enterDpia);

  // 3 DPIA
  dpia.enterDpia.startsAt({ PreAssessDpia: dpia.preAssessDpia, CarryOutDpia: dpia.carryOutDpia });
  dpia.preAssessDpia.decides({ "not-required": dpia.communicateDpia, required: dpia.communicateDpia });
  dpia.communicateDpia.next(
    choose(
      scope,
      "DpiaRequired?",
      "$outcome",
      { required: dpia.carryOutDpia, "not-required": protocol.enterProtocol },
      states.unknown,
    ),
  );
  dpia.carryOutDpia.decides({ submitted: dpia.reviewDpia });
  dpia.reviewDpia.decides({
    accepted: protocol.enterProtocol,
    "changes-needed": dpia.askDpiaChanges.next(dpia.carryOutDpia),
  });

  // 4 Protocol
  protocol.enterProtocol.startsAt({
    SubmitProtocol: protocol.submitProtocol,
    ReviewProtocol: protocol.reviewProtocol,
  });
  protocol.submitProtocol.decides({ submitted: protocol.writeProtocol, "own-file": protocol.writeProtocol });
  protocol.writeProtocol.next(protocol.reviewProtocol);
  protocol.reviewProtocol.decides({
    approved: protocol.adviseOnProtocol,
    "ask-advice": protocol.askConsumerAdvice.next(protocol.submitProtocol),
    "clarification-needed": protocol.askClarification.next(protocol.submitProtocol),
    close: closeDossier,
  });
  protocol.adviseOnProtocol.decides({
    positive: choose(
      scope,
      "PriorConsultationNeeded?",
      "$priorConsultation",
      { needed: protocol.recordPriorConsultation, "not-needed": protocol.fixProtocol },
      states.unknown,
    ),
    "changes-needed": protocol.askProtocolChanges.next(protocol.submitProtocol),
  });
  protocol.recordPriorConsultation.decides({
    favourable: protocol.fixProtocol,
    "changes-needed": protocol.askChangesAfterConsultation.next(dpia.enterDpia),
    negative: closeDossier,
  });
  protocol.fixProtocol.next(
    choose(
      scope,
      "ProtocolFixed?",
      "$fixed",
      {
        fixed: protocol.signForApplicant,
        "as-before": protocol.signForApplicant,
        "needs-file": protocol.confirmFinalProtocol,
      },
      states.unknown,
    ),
  );
  protocol.confirmFinalProtocol.decides({
    uploaded: protocol.fixProtocol,
    "as-submitted": protocol.fixProtocol,
  });
  protocol.signForApplicant.decides({
    signed: choose(
      scope,
      "SecondSignatoryNeeded?",
      "$secondSignatory",
      { needed: protocol.signAsSecond, "not-needed": protocol.signForAuthority },
      states.unknown,
    ),
    "not-signed": protocol.reviewAfterNotSigned.next(protocol.reviewProtocol),
  });
  protocol.signAsSecond.decides({
    signed: protocol.signForAuthority,
    "not-signed": protocol.reviewAfterNotSigned,
  });
  protocol.signForAuthority.decides({
    signed: protocol.distributeProtocol,
    refused: protocol.reviewAfterRefusal.next(protocol.reviewProtocol),
  });
  protocol.distributeProtocol.next(magda.enterMagda);

  // 5 Connection to MAGDA
  magda.enterMagda.startsAt({ ConnectMagda: magda.connectMagda, StartUse: inUse.startUse });
  magda.connectMagda.decides({ connected: inUse.startUse, stopped: closeDossier });

  // 6 In use: the onboarding ends. An execution starts at the stage that its input names.
  const start = {
    CONTACT: contact.openDossier,
    INTAKE: intake.enterIntake,
    DPIA: dpia.enterDpia,
    PROTOCOL: protocol.enterProtocol,
    MAGDA: magda.enterMagda,
    IN_USE: inUse.startUse,
  };
  const resumeFrom = "$states.context.Execution.Input.resumeFrom";
  return beginning(scope).next(choose(scope, "WhereToStart", resumeFrom, start, states.unknown));
}

/** The states of each step. A human state also names the Choice on its outcome. */
const theStates = (states: StateBuilder) => ({
  contact: {
    openDossier: states.system("OpenDossier"),
  },
  intake: {
    enterIntake: states.enter("EnterIntake"),
    submitIntake: states.human("SubmitIntake", "IntakeSubmitted?"),
    assessIntake: states.human("AssessIntake", "IntakeAssessed?"),
    welcomePeople: states.system("WelcomePeople"),
    agreePlanning: states.human("AgreePlanning", "PlanningAgreed?"),
    proposePlanning: states.human("ProposePlanning", "PlanningProposed?"),
    adviseExploratoryTalk: states.system("AdviseExploratoryTalk"),

    askMoreInformation: states.nextRound("AskMoreInformation", [{ stage: "INTAKE", from: "SubmitIntake" }]),
    askOtherDates: states.nextRound("AskOtherDates", [{ stage: "INTAKE", from: "ProposePlanning" }]),
  },
  dpia: {
    enterDpia: states.enter("EnterDpia"),
    preAssessDpia: states.human("PreAssessDpia", "DpiaPreAssessed?"),
    communicateDpia: states.system("CommunicateDpia"),
    carryOutDpia: states.human("CarryOutDpia", "DpiaCarriedOut?"),
    reviewDpia: states.human("ReviewDpia", "DpiaReviewed?"),

    askDpiaChanges: states.nextRound("AskDpiaChanges", [{ stage: "DPIA", from: "CarryOutDpia" }]),
  },
  protocol: {
    enterProtocol: states.enter("EnterProtocol", {
      priorConsultation: "{% $states.result.Payload.priorConsultation %}",
    }),
    submitProtocol: states.human("SubmitProtocol", "ProtocolSubmitted?"),
    writeProtocol: states.system("WriteProtocol"),
    reviewProtocol: states.human("ReviewProtocol", "ProtocolReviewed?"),
    adviseOnProtocol: states.human("AdviseOnProtocol", "ProtocolAdvised?"),
    /** A favourable answer of the supervisor stays valid, also when a signatory sends the protocol back. */
    recordPriorConsultation: states.human("RecordPriorConsultation", "PriorConsultationRecorded?", {
      priorConsultation: "{% $states.result.outcome = 'favourable' ? 'not-needed' : 'needed' %}",
    }),
    fixProtocol: states.system("FixProtocol", {
      fixed: "{% $states.result.Payload.fixed %}",
      secondSignatory: "{% $states.result.Payload.secondSignatory %}",
    }),
    confirmFinalProtocol: states.human("ConfirmFinalProtocol", "FinalProtocolConfirmed?"),
    signForApplicant: states.human("SignForApplicant", "ApplicantSigned?"),
    signAsSecond: states.human("SignAsSecond", "SecondSigned?"),
    signForAuthority: states.human("SignForAuthority", "AuthoritySigned?"),
    distributeProtocol: states.system("DistributeProtocol"),

    askClarification: states.nextRound("AskClarification", [{ stage: "PROTOCOL", from: "SubmitProtocol" }]),
    /** The draft is in order: it comes back with the advice of the consumer's DPO. */
    askConsumerAdvice: states.nextRound("AskConsumerAdvice", [{ stage: "PROTOCOL", from: "SubmitProtocol" }]),
    askProtocolChanges: states.nextRound("AskProtocolChanges", [
      { stage: "PROTOCOL", from: "SubmitProtocol" },
    ]),
    /** The DPIA changes, so the protocol and its advices get a next round after it. */
    askChangesAfterConsultation: states.nextRound("AskChangesAfterConsultation", [
      { stage: "DPIA", from: "CarryOutDpia" },
      { stage: "PROTOCOL", from: "SubmitProtocol" },
    ]),
    reviewAfterNotSigned: states.nextRound("ReviewAfterNotSigned", [
      { stage: "PROTOCOL", from: "ReviewProtocol" },
    ]),
    reviewAfterRefusal: states.nextRound("ReviewAfterRefusal", [
      { stage: "PROTOCOL", from: "ReviewProtocol" },
    ]),
  },
  magda: {
    enterMagda: states.enter("EnterMagda"),
    connectMagda: states.human("ConnectMagda", "MagdaConnected?"),
  },
  inUse: {
    startUse: states.system("StartUse"),
  },
  closeDossier: states.system("CloseDossier"),
});
