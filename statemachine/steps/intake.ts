import type { DeclaredState } from "./declared-state.ts";

/** Step 2, Intake: the applicant describes why and when the organisation needs the LED. */
export const intake = {
  EnterIntake: {
    kind: "system",
    may: [],
    errorImpact: "An applicant cannot begin its intake.",
    nl: "Naar de intake gaan",
  },
  SubmitIntake: {
    kind: "human",
    may: ["asks"],
    errorImpact: "An applicant gets no link to its intake form.",
  },
  AssessIntake: {
    kind: "human",
    // Also mails the applicant what arrived.
    may: ["asks"],
    errorImpact: "The LED team does not see a submitted intake.",
  },
  WelcomePeople: {
    kind: "system",
    may: ["mailsLinks", "readsWhole"],
    errorImpact: "The people whom an applicant named do not hear that the LED has their data.",
    nl: "De betrokken personen verwittigen",
  },
  AgreePlanning: {
    kind: "human",
    may: ["asks"],
    errorImpact: "An applicant is not asked to agree to the planning.",
  },
  ProposePlanning: {
    kind: "human",
    // Also mails the applicant what arrived.
    may: ["asks"],
    errorImpact: "The LED team does not see the request of an applicant for other dates.",
  },
  AdviseExploratoryTalk: {
    kind: "system",
    may: ["mailsLinks"],
    errorImpact: "An applicant is not advised to talk to the VDI, and may connect too late.",
    nl: "Verkennend gesprek aanraden",
  },
} as const satisfies Record<string, DeclaredState>;
