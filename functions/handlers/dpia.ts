import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { dpiaStates } from "../dpia/states.ts";

export const { enterDpia, preAssessDpia, communicateDpia, carryOutDpia, reviewDpia } = dpiaStates(
  createActs(openWorkflowBackend()),
);
