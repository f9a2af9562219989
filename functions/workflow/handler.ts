import { sharedStates } from "./states.ts";
import { wireActs } from "./wire-acts.ts";

export const { raiseRound, closeDossier, continueAsNew, parkDossier } = sharedStates(wireActs());
