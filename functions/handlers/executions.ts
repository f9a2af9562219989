import { sharedStates } from "../executions/states.ts";
import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";

export const { raiseRound, closeDossier, continueAsNew, parkDossier } = sharedStates(
  createActs(openWorkflowBackend()),
);
