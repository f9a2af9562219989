import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { TASKS } from "../application/tasks.ts";
import { sharedStates } from "../executions/states.ts";

export const handlers = sharedStates({
  ...createActs(openWorkflowBackend()),
  definitions: TASKS,
});
