import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { outOfUseStates } from "../out-of-use/states.ts";

export const {
  enterOutOfUse,
  decideRenewal,
  confirmEndOfUse,
  endAccess,
  reversalPeriod,
  renewUse,
  restoreUse,
} = outOfUseStates(createActs(openWorkflowBackend()));
