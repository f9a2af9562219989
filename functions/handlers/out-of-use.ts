import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { outOfUseStates } from "../out-of-use/states.ts";

export const handlers = outOfUseStates(createActs(openWorkflowBackend()));
