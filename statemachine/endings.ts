import * as sfn from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { ERRORS } from "./contract.ts";
import type { StateBuilder } from "./states.ts";

/** First state of every workflow: assigns the variables of the process from the input of the execution. */
export const beginning = (scope: Construct): sfn.Pass =>
  sfn.Pass.jsonata(scope, "Begin", {
    assign: {
      dossierId: "{% $states.context.Execution.Input.dossierId %}",
      run: "{% $states.context.Execution.Input.run %}",
      previous: "{% null %}",
    },
    outputs: {},
  });

/** Error name and shortened cause of the failure; the cause is empty where the error has none. */
const FAILURE = {
  error: "{% $states.errorOutput.Error %}",
  cause: "{% $exists($states.errorOutput.Cause) ? $substring($states.errorOutput.Cause, 0, 1000) : '' %}",
};

/** Wraps the process in one branch, so that one Catch serves every state. */
export function withItsEndings(
  scope: Construct,
  states: StateBuilder,
  id: string,
  process: sfn.IChainable,
): sfn.IChainable {
  const whole = sfn.Parallel.jsonata(scope, id, { outputs: {} }).branch(process);
  whole.addCatch(states.afterwards("CloseWithdrawn", "CloseDossier"), {
    errors: [ERRORS.Withdrawn],
    outputs: {},
  });
  whole.addCatch(states.afterwards("ContinueAsNew", "ContinueAsNew"), {
    errors: [ERRORS.ContinueAsNew, sfn.Errors.TIMEOUT],
    outputs: {},
  });
  const park = states.afterwards("ParkDossier", "ParkDossier", {
    error: "{% $failure.error %}",
    cause: "{% $failure.cause %}",
  });
  whole.addCatch(park, { errors: [sfn.Errors.ALL], assign: { failure: FAILURE }, outputs: {} });
  return whole;
}
