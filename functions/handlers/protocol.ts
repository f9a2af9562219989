import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { protocolStates } from "../protocol/states.ts";

export const handlers = protocolStates(createActs(openWorkflowBackend()));
