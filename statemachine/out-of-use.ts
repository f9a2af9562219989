import type * as sfn from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import type { StateBuilder } from "./states.ts";
import { beginning, withItsEndings } from "./endings.ts";

/**
 * Step 7, Out of use: the use of the LED ends or continues with a next term. It is a separate workflow, because years
 * can lie between the onboarding and the end. Read from top to bottom it is the process.
 */
export const outOfUse = (scope: Construct, states: StateBuilder): sfn.IChainable =>
  withItsEndings(scope, states, "OutOfUse", theProcess(scope, states));

function theProcess(scope: Construct, states: StateBuilder): sfn.IChainable {
  const enterOutOfUse = states.enter("EnterOutOfUse");
  const decideRenewal = states.human("DecideRenewal", "RenewalDecided?");
  const confirmEndOfUse = states.human("ConfirmEndOfUse", "EndOfUseConfirmed?");
  const endAccess = states.system("EndAccess");
  const reversalPeriod = states.human("ReversalPeriod", "Reversed?");
  const renewUse = states.system("RenewUse");
  const restoreUse = states.system("RestoreUse");
  const closeDossier = states.system("CloseDossier");

  enterOutOfUse.startsAt({ DecideRenewal: decideRenewal, ConfirmEndOfUse: confirmEndOfUse });
  decideRenewal.decides({ renew: renewUse, stop: confirmEndOfUse, expired: confirmEndOfUse });
  confirmEndOfUse.decides({ confirmed: endAccess, renew: renewUse });
  endAccess.next(reversalPeriod);
  reversalPeriod.decides({ reverse: restoreUse, expired: closeDossier });
  return beginning(scope).next(enterOutOfUse);
}
