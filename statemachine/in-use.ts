import type { StateBuilder } from "./states.ts";

/** Step 6, In use: both parties are told; the onboarding ends here. */
export const inUseStates = (states: StateBuilder) => ({
  startUse: states.system("StartUse"),
});
