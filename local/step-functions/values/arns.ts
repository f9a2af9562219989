import { ApiError } from "./failures.ts";

const ARN = /^arn:aws[\w-]*:states:[\w-]+:\d{12}:(\w+):./;

/** Refuses invalid ARNs, and ARNs of another kind of resource. */
export function checkArn(arn: string, kind: "stateMachine" | "execution"): void {
  const [, resource] = ARN.exec(arn) ?? [];
  if (resource === kind) return;
  const problem =
    resource === undefined
      ? `Invalid ARN prefix: ${arn}`
      : `Resource type not valid in this context: ${resource.toLowerCase()}`;
  throw new ApiError("InvalidArn", `Invalid Arn: '${problem}'`);
}
