import { wireActs } from "../application/wire-acts.ts";
import { dpiaStates } from "../dpia/states.ts";

export const { enterDpia, preAssessDpia, communicateDpia, carryOutDpia, reviewDpia } = dpiaStates(wireActs());
