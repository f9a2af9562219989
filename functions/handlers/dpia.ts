import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { dpiaStates } from "../dpia/states.ts";

export const handlers = dpiaStates(createActs(openWorkflowBackend()));
