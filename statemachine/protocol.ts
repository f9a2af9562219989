import type { StateBuilder } from "./states.ts";

/**
 * Step 4, Protocol: the applicant submits it with the advice of the consumer's DPO, the LED team and the LED DPO review
 * it, and both parties sign.
 */
export const protocolStates = (states: StateBuilder) => ({
  enterProtocol: states.enter("EnterProtocol", {
    priorConsultation: "{% $states.result.Payload.priorConsultation %}",
  }),
  submitProtocol: states.human("SubmitProtocol", "ProtocolSubmitted?"),
  reviewProtocol: states.human("ReviewProtocol", "ProtocolReviewed?"),
  adviseOnProtocol: states.human("AdviseOnProtocol", "ProtocolAdvised?"),
  /** A favourable answer of the supervisor stays valid, also when a signatory sends the protocol back. */
  recordPriorConsultation: states.human("RecordPriorConsultation", "PriorConsultationRecorded?", {
    priorConsultation: "{% $states.result.outcome = 'favourable' ? 'not-needed' : 'needed' %}",
  }),
  signForApplicant: states.human("SignForApplicant", "ApplicantSigned?"),
  signForAuthority: states.human("SignForAuthority", "AuthoritySigned?"),
  distributeProtocol: states.system("DistributeProtocol"),

  askClarification: states.nextRound("AskClarification", [{ stage: "PROTOCOL", from: "SubmitProtocol" }]),
  askProtocolChanges: states.nextRound("AskProtocolChanges", [{ stage: "PROTOCOL", from: "SubmitProtocol" }]),
  /** The DPIA changes, so the protocol and its advices get a next round after it. */
  askChangesAfterConsultation: states.nextRound("AskChangesAfterConsultation", [
    { stage: "DPIA", from: "CarryOutDpia" },
    { stage: "PROTOCOL", from: "SubmitProtocol" },
  ]),
  reviewAfterNotSigned: states.nextRound("ReviewAfterNotSigned", [
    { stage: "PROTOCOL", from: "ReviewProtocol" },
  ]),
  reviewAfterRefusal: states.nextRound("ReviewAfterRefusal", [{ stage: "PROTOCOL", from: "ReviewProtocol" }]),
});
