import type { Acts } from "../workflow/acts.ts";
import { StatePayload } from "../workflow/begin-state.ts";
import { systemState } from "../workflow/state-handlers.ts";
import { createOpenDossier } from "./open-dossier.ts";

/** The functions behind the states of step 1, Contact. */
export const contactStates = (acts: Acts) => ({
  openDossier: systemState("OpenDossier", StatePayload, createOpenDossier(acts)),
});
