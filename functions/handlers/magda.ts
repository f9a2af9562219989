import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { magdaStates } from "../magda/states.ts";

export const { enterMagda, connectMagda } = magdaStates(createActs(openWorkflowBackend()));
