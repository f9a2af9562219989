import type { StateBuilder } from "./states.ts";

/** Step 4, Protocol: submitted with the consumer DPO's advice, read by the LED team and its DPO, signed in duplicate. */
export const protocolStates = (states: StateBuilder) => ({
  enterProtocol: states.enter("EnterProtocol", {
    priorConsultation: "{% $states.result.Payload.priorConsultation %}",
  }),
  submitProtocol: states.human("SubmitProtocol", "ProtocolSubmitted?"),
  reviewProtocol: states.human("ReviewProtocol", "ProtocolReviewed?"),
  adviseOnProtocol: states.human("AdviseOnProtocol", "ProtocolAdvised?"),
  /** Once favourable it is not asked again, also when a signature sends the protocol back. */
  recordPriorConsultation: states.human("RecordPriorConsultation", "PriorConsultationRecorded?", {
    priorConsultation: "{% $states.result.outcome = 'favourable' ? 'not-needed' : 'needed' %}",
  }),
  signForApplicant: states.human("SignForApplicant", "ApplicantSigned?"),
  signForAuthority: states.human("SignForAuthority", "AuthoritySigned?"),
  distributeProtocol: states.system("DistributeProtocol"),

  askClarification: states.nextRound("AskClarification", [{ stage: "PROTOCOL", from: "SubmitProtocol" }]),
  askProtocolChanges: states.nextRound("AskProtocolChanges", [{ stage: "PROTOCOL", from: "SubmitProtocol" }]),
  /** The DPIA changes, so the protocol and its advices are asked again after it. */
  askChangesAfterConsultation: states.nextRound("AskChangesAfterConsultation", [
    { stage: "DPIA", from: "CarryOutDpia" },
    { stage: "PROTOCOL", from: "SubmitProtocol" },
  ]),
  reviewAfterNotSigned: states.nextRound("ReviewAfterNotSigned", [
    { stage: "PROTOCOL", from: "ReviewProtocol" },
  ]),
  reviewAfterRefusal: states.nextRound("ReviewAfterRefusal", [{ stage: "PROTOCOL", from: "ReviewProtocol" }]),
});
