import { StatePayload } from "../workflow/begin-state.ts";
import { humanState, systemState, wireActs } from "../workflow/state-handlers.ts";
import { confirmEndOfUse as confirmEndOfUseTask } from "./confirm-end-of-use.ts";
import { decideRenewal as decideRenewalTask } from "./decide-renewal.ts";
import { createEnterOutOfUse } from "./enter-out-of-use.ts";
import { createOpenReversal } from "./open-reversal.ts";
import { createRenewUse } from "./renew-use.ts";
import { createRestoreUse } from "./restore-use.ts";
import { reversalPeriod as reversalPeriodTask } from "./reversal-period.ts";

const acts = wireActs();

export const enterOutOfUse = systemState("EnterOutOfUse", StatePayload, createEnterOutOfUse(acts));
export const decideRenewal = humanState(acts, decideRenewalTask);
export const confirmEndOfUse = humanState(acts, confirmEndOfUseTask);
export const reversalPeriod = humanState({ ...acts, openTask: createOpenReversal(acts) }, reversalPeriodTask);
export const renewUse = systemState("RenewUse", StatePayload, createRenewUse(acts));
export const restoreUse = systemState("RestoreUse", StatePayload, createRestoreUse(acts));
