import { StatePayload } from "../workflow/begin-state.ts";
import { systemState, wireActs } from "../workflow/state-handlers.ts";
import { createOpenDossier } from "./open-dossier.ts";

export const openDossier = systemState("OpenDossier", StatePayload, createOpenDossier(wireActs()));
