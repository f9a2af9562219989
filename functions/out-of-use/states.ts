import { StatePayload } from "../executions/begin-state.ts";
import {
  type DepsOf,
  type HandlersOf,
  type HumanActs,
  humanState,
  systemState,
} from "../executions/state-handlers.ts";
import { confirmEndOfUse } from "./confirm-end-of-use.ts";
import { decideRenewal } from "./decide-renewal.ts";
import { createEndAccess } from "./end-access.ts";
import { createEnterOutOfUse } from "./enter-out-of-use.ts";
import { createOpenConfirmation } from "./open-confirmation.ts";
import { createOpenReversal } from "./open-reversal.ts";
import { createRenewUse } from "./renew-use.ts";
import { createRestoreUse } from "./restore-use.ts";
import { reversalPeriod } from "./reversal-period.ts";

/** Functions of the states of step 7, Out of use. */
export const outOfUseStates = (
  acts: HumanActs &
    DepsOf<typeof createEnterOutOfUse> &
    DepsOf<typeof createOpenConfirmation> &
    DepsOf<typeof createEndAccess> &
    DepsOf<typeof createOpenReversal> &
    DepsOf<typeof createRenewUse> &
    DepsOf<typeof createRestoreUse>,
): HandlersOf<"out-of-use"> => ({
  EnterOutOfUse: systemState("EnterOutOfUse", StatePayload, createEnterOutOfUse(acts)),
  DecideRenewal: humanState(acts, decideRenewal),
  ConfirmEndOfUse: humanState({ ...acts, openTask: createOpenConfirmation(acts) }, confirmEndOfUse),
  EndAccess: systemState("EndAccess", StatePayload, createEndAccess(acts)),
  ReversalPeriod: humanState({ ...acts, openTask: createOpenReversal(acts) }, reversalPeriod),
  RenewUse: systemState("RenewUse", StatePayload, createRenewUse(acts)),
  RestoreUse: systemState("RestoreUse", StatePayload, createRestoreUse(acts)),
});
