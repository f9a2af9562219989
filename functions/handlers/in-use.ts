import { wireActs } from "../application/wire-acts.ts";
import { inUseStates } from "../in-use/states.ts";

export const { startUse } = inUseStates(wireActs());
