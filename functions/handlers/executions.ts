import { sharedStates } from "../executions/states.ts";
import { wireActs } from "../application/wire-acts.ts";

export const { raiseRound, closeDossier, continueAsNew, parkDossier } = sharedStates(wireActs());
