import { AwsError } from "../foundation/aws-error.ts";
import type { Iam } from "../iam/iam.ts";
import type { Lambda } from "../lambda/lambda.ts";
import { StepFunctions, type StepFunctionsOptions } from "../step-functions/engine.ts";
import type { Foundation } from "./foundation.ts";

/** Opens Step Functions, which invokes functions with the role of the state machine. */
export function openEngine(
  { template, state, clock, iam, counts }: Foundation,
  lambda: Lambda,
  onStatusChange: NonNullable<StepFunctionsOptions["onStatusChange"]>,
): StepFunctions {
  const authorize = ({ action, resource, roleArn }: { action: string; resource: string; roleArn: string }) =>
    requirePermission(iam, roleArn, action, resource);
  const engine = open(state, {
    clock,
    file: state.inMemory ? ":memory:" : state.path("step-functions.sqlite"),
    region: template.region,
    account: template.account,
    authorize,
    onStatusChange,
    invokeLambda: async ({ functionName, payload, roleArn }) => {
      const { arn } = lambda.find(functionName);
      authorize({
        action: "lambda:InvokeFunction",
        resource: functionName.startsWith(arn) ? functionName : arn,
        roleArn,
      });
      return lambda.invoke(functionName, payload);
    },
  });
  counts.transitions = () => engine.transitions();
  return engine;
}

/** An unreadable file is a problem of the state, not of the template. */
function open(state: Foundation["state"], options: StepFunctionsOptions): StepFunctions {
  try {
    return StepFunctions.open(options);
  } catch (cause) {
    throw state.unusable(cause);
  }
}

function requirePermission(iam: Iam, roleArn: string, action: string, resource: string): void {
  if (iam.authorize(roleArn, { action, resource }) === "allowed") return;
  throw new AwsError(
    "AccessDeniedException",
    `User: ${roleArn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    403,
  );
}
