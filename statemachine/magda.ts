import type { StateBuilder } from "./states.ts";

/** Step 5, Connection to MAGDA: the applicant and the VDI make it; the LED only records it. */
export const magdaStates = (states: StateBuilder) => ({
  enterMagda: states.enter("EnterMagda"),
  connectMagda: states.human("ConnectMagda", "MagdaConnected?"),
});
