import type { Clock } from "../clock.ts";
import type { Iam } from "../iam.ts";
import { parseJson } from "../json.ts";
import type { AsyncInvocations } from "./async-invocations.ts";
import type { Queues } from "./queues.ts";

/** Where an event goes, on whose behalf. */
export type Delivery = {
  targetArn: string;
  /** The role that delivers; without one the target's own policy must let the service in. */
  roleArn: string | undefined;
  principal: string;
  sourceArn: string;
  deadLetterArn: string | undefined;
};

export type TargetParts = {
  clock: Clock;
  iam: Iam;
  invocations: AsyncInvocations;
  queues: Queues;
  startExecution(stateMachineArn: string, input: unknown): Promise<void>;
};

/** What each kind of target asks of a delivering role. */
const ACTIONS: Record<string, string> = {
  lambda: "lambda:InvokeFunction",
  sqs: "sqs:SendMessage",
  states: "states:StartExecution",
};

/** Delivers events to functions, queues and state machines; what may not be delivered goes to the dead-letter queue. */
export class Targets {
  readonly #parts: TargetParts;

  constructor(parts: TargetParts) {
    this.#parts = parts;
  }

  supports(arn: string): boolean {
    return serviceOf(arn) in ACTIONS;
  }

  async deliver(delivery: Delivery, input: string): Promise<void> {
    const { targetArn } = delivery;
    if (!this.#isAllowed(delivery)) return this.#bury(delivery, input, "NO_PERMISSIONS");
    switch (serviceOf(targetArn)) {
      case "lambda":
        return this.#parts.invocations.accept(targetArn.split(":")[6] ?? targetArn, input);
      case "sqs":
        return this.#parts.queues.send(targetArn, input, {}, this.#parts.clock.now());
      default:
        return this.#parts
          .startExecution(targetArn, parseJson(input))
          .catch((error: unknown) => this.#bury(delivery, input, String(error)));
    }
  }

  /** A queue's own policy is not evaluated: CDK writes it together with the target. */
  #isAllowed({ targetArn, roleArn, principal, sourceArn }: Delivery): boolean {
    const service = serviceOf(targetArn);
    if (roleArn !== undefined)
      return this.#parts.iam.allows(roleArn, { action: ACTIONS[service] ?? "", resource: targetArn });
    return service === "lambda"
      ? this.#parts.iam.mayInvoke(principal, sourceArn, targetArn)
      : service === "sqs";
  }

  #bury({ deadLetterArn, sourceArn, targetArn }: Delivery, input: string, code: string): void {
    if (deadLetterArn === undefined) return;
    const attributes = { RULE_ARN: sourceArn, TARGET_ARN: targetArn, ERROR_CODE: code };
    this.#parts.queues.send(deadLetterArn, input, attributes, this.#parts.clock.now());
  }
}

const serviceOf = (arn: string) => arn.split(":")[2] ?? "";
