import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { TASKS } from "../application/tasks.ts";
import { sharedStates } from "../executions/states.ts";

export const { raiseRound, closeDossier, continueAsNew, parkDossier } = sharedStates({
  ...createActs(openWorkflowBackend()),
  definitions: TASKS,
});
