import type { DeclaredState } from "./declared-state.ts";

/** Step 5, Connection to MAGDA: the applicant and the VDI make it; the LED only records it. */
export const magda = {
  EnterMagda: {
    kind: "system",
    may: [],
    errorImpact: "A signed dossier does not reach the connection.",
    nl: "Naar de aansluiting gaan",
  },
  ConnectMagda: {
    kind: "human",
    may: ["asks"],
    errorImpact: "An applicant is not told how to connect to MAGDA.",
  },
} as const satisfies Record<string, DeclaredState>;
