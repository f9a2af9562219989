import type { StateBuilder } from "./states.ts";

/** Step 1, Contact: everything before it (form, confirmation, enquiry) needs no workflow. */
export const contactStates = (states: StateBuilder) => ({
  openDossier: states.system("OpenDossier"),
});
