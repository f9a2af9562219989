import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { intakeStates } from "../intake/states.ts";

export const handlers = intakeStates(createActs(openWorkflowBackend()));
