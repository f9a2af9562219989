import { wireActs } from "../workflow/wire-acts.ts";
import { inUseStates } from "./states.ts";

export const { startUse } = inUseStates(wireActs());
