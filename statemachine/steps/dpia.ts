import type { DeclaredState } from "./declared-state.ts";

/** Step 3, DPIA: the decision whether one is required, and where it is, its submission and acceptance. */
export const dpia = {
  EnterDpia: {
    kind: "system",
    may: [],
    errorImpact: "A dossier does not reach the DPIA.",
    nl: "Naar de DPIA gaan",
  },
  PreAssessDpia: {
    kind: "human",
    may: ["asksLed"],
    errorImpact: "The LED team is not asked for the DPIA pre-assessment.",
  },
  CommunicateDpia: {
    kind: "system",
    // Also writes the pre-assessment and the initial draft.
    may: ["mailsLinks", "addsDocument"],
    errorImpact: "An applicant is not notified of the outcome of the DPIA pre-assessment.",
    nl: "Het vooronderzoek DPIA meedelen",
  },
  CarryOutDpia: {
    kind: "human",
    may: ["asks"],
    errorImpact: "An applicant is not asked for its DPIA.",
  },
  ReviewDpia: {
    kind: "human",
    // Also mails the applicant what arrived.
    may: ["asks"],
    errorImpact: "The LED team does not see a submitted DPIA.",
  },
} as const satisfies Record<string, DeclaredState>;
