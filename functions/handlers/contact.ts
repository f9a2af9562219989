import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { contactStates } from "../contact/states.ts";

export const handlers = contactStates(createActs(openWorkflowBackend()));
