import type { StateBuilder } from "./states.ts";

/** Step 6, In use: both parties are notified, and the onboarding ends. */
export const inUseStates = (states: StateBuilder) => ({
  startUse: states.system("StartUse"),
});
