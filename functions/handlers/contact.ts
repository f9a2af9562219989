import { wireActs } from "../application/wire-acts.ts";
import { contactStates } from "../contact/states.ts";

export const { openDossier } = contactStates(wireActs());
