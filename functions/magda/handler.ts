import { StatePayload } from "../workflow/begin-state.ts";
import { humanState, systemState, wireActs } from "../workflow/state-handlers.ts";
import { connectMagda as connectMagdaTask } from "./connect-magda.ts";

const acts = wireActs();

export const enterMagda = systemState("EnterMagda", StatePayload, async (payload) => {
  const { entry } = await acts.enterStage(payload, "MAGDA");
  return { entry };
});
export const connectMagda = humanState(acts, connectMagdaTask);
