import { wireActs } from "../workflow/wire-acts.ts";
import { contactStates } from "./states.ts";

export const { openDossier } = contactStates(wireActs());
