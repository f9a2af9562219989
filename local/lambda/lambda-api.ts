import type { IncomingMessage } from "node:http";
import { AwsError } from "../foundation/aws-error.ts";
import { type Answer, type Call, notAuthorized, type Service } from "../gateway/service.ts";
import type { Permission } from "../iam/statements.ts";
import { stringOf } from "../foundation/json.ts";
import type { Lambda } from "./lambda.ts";

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/;

/** Lambda's Invoke, for functions and operators. `invokeLater` takes an invocation of type Event. */
export class LambdaApi implements Service {
  readonly name = "lambda";
  readonly streams = false;
  readonly #lambda: Lambda;
  readonly #invokeLater: (functionName: string, payload: string) => void;

  constructor(lambda: Lambda, invokeLater: (functionName: string, payload: string) => void) {
    this.#lambda = lambda;
    this.#invokeLater = invokeLater;
  }

  identify(_request: IncomingMessage, url: URL) {
    const [, functionName] = INVOKE.exec(url.pathname) ?? [];
    if (functionName === undefined)
      throw new AwsError("UnknownOperationException", `Lambda ${url.pathname} is not run locally`, 404);
    return { operation: "InvokeFunction", input: { FunctionName: decodeURIComponent(functionName) } };
  }

  permissions({ input }: Call): Permission[] {
    return [
      { action: "lambda:InvokeFunction", resource: this.#lambda.find(stringOf(input["FunctionName"])).arn },
    ];
  }

  async handle({ request, input, body }: Call): Promise<Answer> {
    const { name } = this.#lambda.find(stringOf(input["FunctionName"]));
    const payload = body.length === 0 ? "{}" : body.toString();
    if (request.headers["x-amz-invocation-type"] === "Event") {
      this.#invokeLater(name, payload);
      return { status: 202, headers: {}, body: "" };
    }
    const answer = await this.#lambda.invoke(name, payload);
    const headers: Record<string, string> = {
      "x-amz-executed-version": "$LATEST",
      "content-type": "application/json",
    };
    if (answer.functionError !== undefined) headers["x-amz-function-error"] = answer.functionError;
    return { status: 200, headers, body: answer.payload };
  }

  refuse(error: AwsError): Answer {
    return {
      status: error.status,
      headers: { "content-type": "application/json", "x-amzn-errortype": error.name },
      body: JSON.stringify({ Type: "User", Message: error.message }),
    };
  }

  denial(call: Call, permission: Permission, explicit: boolean): AwsError {
    return new AwsError("AccessDeniedException", notAuthorized(call, permission, explicit), 403);
  }
}
