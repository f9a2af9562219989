import { StatePayload } from "../executions/begin-state.ts";
import { type DepsOf, type HandlersOf, systemState } from "../executions/state-handlers.ts";
import { createOpenDossier } from "./open-dossier.ts";

/** The functions behind the states of step 1, Contact. */
export const contactStates = (acts: DepsOf<typeof createOpenDossier>): HandlersOf<"contact"> => ({
  OpenDossier: systemState("OpenDossier", StatePayload, createOpenDossier(acts)),
});
