import type { IncomingMessage } from "node:http";
import { AwsError } from "../foundation/aws-error.ts";
import type { Permission } from "../iam/statements.ts";
import { type Dictionary, dictionaryOf, parseDictionary, stringOf } from "../foundation/json.ts";
import type { StepFunctions } from "../step-functions/engine.ts";
import {
  type Answer,
  type Call,
  jsonAnswer,
  jsonError,
  notAuthorized,
  type Service,
  targetOf,
} from "./service.ts";

/** Calls that have only a task token. */
const BY_TOKEN = new Set(["SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"]);
const WITHOUT_RESOURCE = new Set(["ListStateMachines", "ListActivities"]);

export type StatesParts = {
  engine: StepFunctions;
  stateMachineArns: readonly string[];
  allows(call: Call, permission: Permission): boolean;
};

/** Step Functions: permissions are checked here; the engine does the rest. */
export class States implements Service {
  readonly name = "states";
  readonly streams = false;
  readonly #parts: StatesParts;

  constructor(parts: StatesParts) {
    this.#parts = parts;
  }

  identify(request: IncomingMessage, _url: URL, body: Buffer) {
    return { operation: targetOf(request), input: parseDictionary(body.toString()) };
  }

  /** A call with a task token needs the permission on its state machine; with a stale token, on any of the template. */
  permissions(call: Call): Permission[] {
    const action = `states:${call.operation}`;
    if (BY_TOKEN.has(call.operation)) {
      const machine = this.#parts.engine.machineOf(stringOf(call.input["taskToken"]));
      if (machine !== undefined) return [{ action, resource: machine }];
      const all = this.#parts.stateMachineArns.map((resource) => ({ action, resource }));
      return [
        all.find((permission) => this.#parts.allows(call, permission)) ?? all[0] ?? { action, resource: "*" },
      ];
    }
    return [{ action, resource: WITHOUT_RESOURCE.has(call.operation) ? "*" : resourceOf(call.input) }];
  }

  async handle({ operation, input }: Call): Promise<Answer> {
    const { status, body } = await this.#parts.engine.handle(operation, input);
    const error = dictionaryOf(body);
    if (status !== 200) throw new AwsError(stringOf(error["__type"]), stringOf(error["message"]), status);
    return jsonAnswer("1.0", body);
  }

  refuse(error: AwsError): Answer {
    return jsonError("1.0", error);
  }

  denial(call: Call, permission: Permission, explicit: boolean): AwsError {
    return new AwsError("AccessDeniedException", notAuthorized(call, permission, explicit), 400);
  }
}

const resourceOf = (input: Dictionary) =>
  stringOf(input["executionArn"] ?? input["stateMachineArn"] ?? input["resourceArn"] ?? "*");
