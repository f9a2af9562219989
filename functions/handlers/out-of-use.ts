import { wireActs } from "../application/wire-acts.ts";
import { outOfUseStates } from "../out-of-use/states.ts";

export const { enterOutOfUse, decideRenewal, confirmEndOfUse, reversalPeriod, renewUse, restoreUse } =
  outOfUseStates(wireActs());
