import { StatePayload } from "../workflow/begin-state.ts";
import { humanState, systemState, wireActs } from "../workflow/state-handlers.ts";
import { carryOutDpia as carryOutDpiaTask } from "./carry-out-dpia.ts";
import { createCommunicateDpia } from "./communicate-dpia.ts";
import { preAssessDpia as preAssessDpiaTask } from "./pre-assess-dpia.ts";
import { reviewDpia as reviewDpiaTask } from "./review-dpia.ts";

const acts = wireActs();

export const enterDpia = systemState("EnterDpia", StatePayload, async (payload) => {
  const { entry } = await acts.enterStage(payload, "DPIA");
  return { entry };
});
export const preAssessDpia = humanState(acts, preAssessDpiaTask);
export const communicateDpia = systemState("CommunicateDpia", StatePayload, createCommunicateDpia(acts));
export const carryOutDpia = humanState(acts, carryOutDpiaTask);
export const reviewDpia = humanState(acts, reviewDpiaTask);
