import { StatePayload } from "../executions/begin-state.ts";
import { type DepsOf, systemState } from "../executions/state-handlers.ts";
import { createOpenDossier } from "./open-dossier.ts";

/** The functions behind the states of step 1, Contact. */
export const contactStates = (acts: DepsOf<typeof createOpenDossier>) => ({
  openDossier: systemState("OpenDossier", StatePayload, createOpenDossier(acts)),
});
