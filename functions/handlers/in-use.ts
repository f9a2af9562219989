import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { inUseStates } from "../in-use/states.ts";

export const handlers = inUseStates(createActs(openWorkflowBackend()));
