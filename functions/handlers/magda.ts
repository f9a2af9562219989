import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { magdaStates } from "../magda/states.ts";

export const handlers = magdaStates(createActs(openWorkflowBackend()));
