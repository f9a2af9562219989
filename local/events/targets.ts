import type { Clock } from "../foundation/clock.ts";
import type { Iam } from "../iam/iam.ts";
import { parseJson } from "../foundation/json.ts";
import { KEY_USE, type ResourcePolicies } from "../iam/resource-policies.ts";
import type { AsyncInvocations } from "./async-invocations.ts";
import type { Queues } from "./queues.ts";
import type { Topics } from "./topics.ts";

/** The target of an event, and the principal of its delivery. */
export type Delivery = {
  targetArn: string;
  /** The delivering role. Without one, the target's own policy must admit the service. */
  roleArn: string | undefined;
  principal: string;
  sourceArn: string;
  deadLetterArn: string | undefined;
};

export type TargetParts = {
  clock: Clock;
  iam: Iam;
  policies: ResourcePolicies;
  invocations: AsyncInvocations;
  queues: Queues;
  topics: Topics;
  startExecution(stateMachineArn: string, input: unknown): Promise<void>;
};

/** Permission that the role needs for each kind of target. */
const ACTIONS: Record<string, string> = {
  lambda: "lambda:InvokeFunction",
  sqs: "sqs:SendMessage",
  sns: "sns:Publish",
  states: "states:StartExecution",
};

/** Delivers events to functions, queues, topics and state machines; undeliverable ones go to the dead-letter queue. */
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
      case "sns":
        return this.#parts.topics.publish(targetArn, input, this.#parts.clock.now());
      default:
        return this.#parts
          .startExecution(targetArn, parseJson(input))
          .catch((error: unknown) => this.#bury(delivery, input, String(error)));
    }
  }

  /** A role is judged by its policies; without a role, the policy of the target decides. */
  #isAllowed({ targetArn, roleArn, principal, sourceArn }: Delivery): boolean {
    const { iam, policies } = this.#parts;
    const service = serviceOf(targetArn);
    const action = ACTIONS[service] ?? "";
    if (roleArn === undefined)
      return service === "lambda"
        ? iam.mayInvoke(principal, sourceArn, targetArn)
        : policies.admits(principal, sourceArn, { action, resource: targetArn });
    const key = policies.keyOf(targetArn);
    return [
      { action, resource: targetArn },
      ...(key === undefined ? [] : KEY_USE.map((use) => ({ action: use, resource: key }))),
    ].every((permission) => iam.authorize(roleArn, permission) === "allowed");
  }

  /** When the policy of the dead-letter queue does not admit EventBridge, the event is lost. */
  #bury({ deadLetterArn, principal, sourceArn, targetArn }: Delivery, input: string, code: string): void {
    if (deadLetterArn === undefined) return;
    const permission = { action: "sqs:SendMessage", resource: deadLetterArn };
    if (!this.#parts.policies.admits(principal, sourceArn, permission)) return;
    const attributes = { RULE_ARN: sourceArn, TARGET_ARN: targetArn, ERROR_CODE: code };
    this.#parts.queues.send(deadLetterArn, input, attributes, this.#parts.clock.now());
  }
}

const serviceOf = (arn: string) => arn.split(":")[2] ?? "";
