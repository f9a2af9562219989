import { StatePayload } from "../workflow/begin-state.ts";
import { humanState, systemState, wireActs } from "../workflow/state-handlers.ts";
import { createEnterMagda } from "./enter-magda.ts";
import { connectMagda as connectMagdaTask } from "./connect-magda.ts";

const acts = wireActs();

export const enterMagda = systemState("EnterMagda", StatePayload, createEnterMagda(acts));
export const connectMagda = humanState(acts, connectMagdaTask);
