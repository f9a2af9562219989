import type { Acts } from "../application/acts.ts";
import { StatePayload } from "../executions/begin-state.ts";
import { systemState } from "../executions/state-handlers.ts";
import { createOpenDossier } from "./open-dossier.ts";

/** The functions behind the states of step 1, Contact. */
export const contactStates = (acts: Acts) => ({
  openDossier: systemState("OpenDossier", StatePayload, createOpenDossier(acts)),
});
