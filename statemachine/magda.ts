import type { StateBuilder } from "./states.ts";

/** Step 5, Connection to MAGDA: between the applicant and the VDI; LED only records it. */
export const magdaStates = (states: StateBuilder) => ({
  enterMagda: states.enter("EnterMagda"),
  connectMagda: states.human("ConnectMagda", "MagdaConnected?"),
});
