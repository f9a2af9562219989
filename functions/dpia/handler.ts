import { wireActs } from "../workflow/wire-acts.ts";
import { dpiaStates } from "./states.ts";

export const { enterDpia, preAssessDpia, communicateDpia, carryOutDpia, reviewDpia } = dpiaStates(wireActs());
