import { wireActs } from "../workflow/wire-acts.ts";
import { outOfUseStates } from "./states.ts";

export const { enterOutOfUse, decideRenewal, confirmEndOfUse, reversalPeriod, renewUse, restoreUse } =
  outOfUseStates(wireActs());
