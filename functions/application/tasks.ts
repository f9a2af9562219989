import { answerEnquiry } from "../contact/answer-enquiry.ts";
import { enterUse } from "../contact/enter-use.ts";
import type { Definitions } from "../domain/task-definition.ts";
import { adviseOnDpiaForLed } from "../dpia/advise-on-dpia-for-led.ts";
import { adviseOnDpia } from "../dpia/advise-on-dpia.ts";
import { carryOutDpia } from "../dpia/carry-out-dpia.ts";
import { preAssessDpia } from "../dpia/pre-assess-dpia.ts";
import { reviewDpia } from "../dpia/review-dpia.ts";
import { confirmYearly } from "../in-use/confirm-yearly.ts";
import { agreePlanning } from "../intake/agree-planning.ts";
import { assessIntake } from "../intake/assess-intake.ts";
import { proposePlanning } from "../intake/propose-planning.ts";
import { submitIntake } from "../intake/submit-intake.ts";
import { connectOtherChannel } from "../magda/connect-other-channel.ts";
import { connectMagda } from "../magda/connect-magda.ts";
import { confirmEndOfUse } from "../out-of-use/confirm-end-of-use.ts";
import { decideRenewal } from "../out-of-use/decide-renewal.ts";
import { reversalPeriod } from "../out-of-use/reversal-period.ts";
import { adviseAsConsumerDpo } from "../protocol/advise-as-consumer-dpo.ts";
import { adviseOnProtocol } from "../protocol/advise-on-protocol.ts";
import { confirmFinalProtocol } from "../protocol/confirm-final-protocol.ts";
import { publishByApplicant } from "../protocol/publish-by-applicant.ts";
import { publishByAuthority } from "../protocol/publish-by-authority.ts";
import { recordPriorConsultation } from "../protocol/record-prior-consultation.ts";
import { reviewProtocol } from "../protocol/review-protocol.ts";
import { signAsSecond } from "../protocol/sign-as-second.ts";
import { signForApplicant } from "../protocol/sign-for-applicant.ts";
import { signForAuthority } from "../protocol/sign-for-authority.ts";
import { submitProtocol } from "../protocol/submit-protocol.ts";
import { answerMessage } from "../tasks/answer-message.ts";
import { decideStalled } from "../tasks/decide-stalled.ts";

/** All human tasks in process order; the folder of each step declares its own. */
export const TASKS: Definitions = {
  AnswerEnquiry: answerEnquiry,
  EnterUse: enterUse,

  SubmitIntake: submitIntake,
  AssessIntake: assessIntake,
  AgreePlanning: agreePlanning,
  ProposePlanning: proposePlanning,

  PreAssessDpia: preAssessDpia,
  CarryOutDpia: carryOutDpia,
  AdviseOnDpia: adviseOnDpia,
  ReviewDpia: reviewDpia,
  AdviseOnDpiaForLed: adviseOnDpiaForLed,

  SubmitProtocol: submitProtocol,
  AdviseAsConsumerDpo: adviseAsConsumerDpo,
  ReviewProtocol: reviewProtocol,
  AdviseOnProtocol: adviseOnProtocol,
  RecordPriorConsultation: recordPriorConsultation,
  ConfirmFinalProtocol: confirmFinalProtocol,
  SignForApplicant: signForApplicant,
  SignAsSecond: signAsSecond,
  SignForAuthority: signForAuthority,
  PublishByApplicant: publishByApplicant,
  PublishByAuthority: publishByAuthority,

  ConnectMagda: connectMagda,
  ConnectOtherChannel: connectOtherChannel,

  ConfirmYearly: confirmYearly,

  DecideRenewal: decideRenewal,
  ConfirmEndOfUse: confirmEndOfUse,
  ReversalPeriod: reversalPeriod,
  DecideStalled: decideStalled,
  AnswerMessage: answerMessage,
};
