import type { DeclaredState } from "./declared-state.ts";

/**
 * Step 4, Protocol: the applicant submits it with the advice of the consumer's DPO, the LED team and the LED DPO review
 * it, its text is fixed, and both parties sign exactly that text.
 */
export const protocol = {
  EnterProtocol: {
    kind: "system",
    may: [],
    errorImpact: "A dossier does not reach the protocol.",
    nl: "Naar het protocol gaan",
  },
  SubmitProtocol: {
    kind: "human",
    // Stores the template, filled in from the intake, as a document of the dossier.
    may: ["asks", "addsDocument", "readsTemplate"],
    errorImpact: "An applicant gets no protocol template.",
  },
  WriteProtocol: {
    kind: "system",
    // Numbers the version, and writes its document.
    may: ["addsDocument", "readsTemplate"],
    errorImpact: "A submitted protocol gets no version, and nobody is asked to review it.",
    nl: "Een versie van het protocol maken",
  },
  ReviewProtocol: {
    kind: "human",
    // Also tells the contact that a party did not sign.
    may: ["asks"],
    errorImpact: "The LED team does not see a submitted protocol.",
  },
  AdviseOnProtocol: {
    kind: "human",
    may: ["asksLed"],
    errorImpact: "The LED DPO is not asked for its advice.",
  },
  RecordPriorConsultation: {
    kind: "human",
    may: ["asksLed"],
    errorImpact: "The consultation of the supervisor cannot be recorded, and nobody can sign.",
  },
  FixProtocol: {
    kind: "system",
    // Writes the final text.
    may: ["addsDocument", "readsTemplate"],
    errorImpact: "The text of a protocol is not made final, and nobody is asked to sign.",
    nl: "De definitieve tekst van het protocol vastleggen",
  },
  ConfirmFinalProtocol: {
    kind: "human",
    may: ["asksLed"],
    errorImpact: "The LED team is not asked for the final text of a protocol.",
  },
  SignForApplicant: {
    kind: "human",
    may: ["asks"],
    errorImpact: "The applicant's signatory is not asked to sign.",
  },
  SignAsSecond: {
    kind: "human",
    may: ["asks"],
    errorImpact: "The second signatory of an applicant is not asked to sign.",
  },
  SignForAuthority: {
    kind: "human",
    // Also tells the contact whose turn it is.
    may: ["asks"],
    errorImpact: "The leading official is not asked to sign.",
  },
  DistributeProtocol: {
    kind: "system",
    // Also grants the access in a later pass.
    may: ["mailsLinks", "readsWhole", "publishes"],
    errorImpact: "Both parties do not get the signed protocol, and are not asked to publish it.",
    nl: "Het ondertekende protocol bezorgen",
  },
} as const satisfies Record<string, DeclaredState>;
