import type { DeclaredState } from "./declared-state.ts";

/** Step 6, In use: both parties are notified, and the onboarding ends. */
export const inUse = {
  StartUse: {
    kind: "system",
    // Grants the access.
    may: ["mailsLinks", "readsWhole"],
    errorImpact: "Both parties are not notified that the LED can be consulted.",
    nl: "In gebruik nemen",
  },
} as const satisfies Record<string, DeclaredState>;
