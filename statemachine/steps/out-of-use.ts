import type { DeclaredState } from "./declared-state.ts";

/** Step 7, Out of use: the use ends or continues with a next term. */
export const outOfUse = {
  EnterOutOfUse: {
    kind: "system",
    // Ends the yearly check.
    may: ["mailsLinks", "readsWhole", "closesTasks"],
    errorImpact: "The end of a use does not begin, and its parties are not notified.",
    nl: "Naar het einde van het gebruik gaan",
  },
  DecideRenewal: {
    kind: "human",
    may: ["asks"],
    errorImpact: "An applicant whose term ends is not asked whether it renews.",
  },
  ConfirmEndOfUse: {
    kind: "human",
    // Both states also notify each person of the consumer through a personal link.
    may: ["asks"],
    errorImpact: "The LED team is not asked to confirm that a use has ended.",
  },
  EndAccess: {
    kind: "system",
    // Ends the access and an open yearly check.
    may: ["readsWhole", "closesTasks"],
    errorImpact: "An access that has ended is still shown as in force.",
    nl: "De toegang beëindigen",
  },
  ReversalPeriod: {
    kind: "human",
    // Executions of the first version have no EndAccess and do the same here.
    may: ["asks", "readsWhole", "closesTasks"],
    errorImpact: "The end of a use cannot be reversed.",
  },
  RenewUse: {
    kind: "system",
    // The next term is requested in an onboarding.
    may: ["readsWhole", "startsOnboarding"],
    errorImpact: "An applicant that renews is not asked for its next protocol.",
    nl: "Verlengen",
  },
  RestoreUse: {
    kind: "system",
    may: ["mailsLinks", "readsWhole"],
    errorImpact: "A restored access is still shown as ended.",
    nl: "Het gebruik herstellen",
  },
} as const satisfies Record<string, DeclaredState>;
