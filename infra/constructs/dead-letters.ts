import { Duration } from "aws-cdk-lib";
import type { RuleTargetInput } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acceptDeadLetterQueue } from "../configuration/accepted-findings.ts";
import type { Alarms } from "./alarms.ts";
import type { AnyFunction, FunctionSettings } from "./service-function.ts";

export type DeadLettersProps = {
  readonly settings: FunctionSettings;
  /** The function that handles the events. */
  readonly handler: AnyFunction;
  /** Lambda retries after an error, 0 to 2. */
  readonly retries: number;
  /** Age at which an event is discarded, 1 minute to 6 hours. */
  readonly maxAge: Duration;
  /** One sentence: who is hurt, and how, when an event becomes a dead letter. */
  readonly errorImpact: string;
};

/**
 * Dead-letter queue of a function's events: those that EventBridge could not deliver and those on which the function
 * kept failing. A message holds ids only.
 */
export class DeadLetters extends Construct {
  readonly #props: DeadLettersProps;
  readonly #queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.#props = props;
    this.#queue = deadLetterQueue(this, props.settings.alarms, props.errorImpact);
    props.handler.configureAsyncInvoke({
      retryAttempts: props.retries,
      maxEventAge: props.maxAge,
      onFailure: { bind: () => ({ destination: this.#queue.queueArn }) },
    });
    // Written out, because CDK's own grant also allows reading the queue's attributes.
    props.handler.allow(["sqs:SendMessage"], [this.#queue.queueArn]);
  }

  /** The handler as the target of a rule. */
  target(event?: RuleTargetInput): LambdaFunction {
    const { handler, retries, maxAge } = this.#props;
    return new LambdaFunction(handler, {
      event,
      deadLetterQueue: this.#queue,
      retryAttempts: retries,
      maxEventAge: maxAge,
    });
  }
}

/** A dead-letter queue with its alarm. */
export function deadLetterQueue(scope: Construct, alarms: Alarms, errorImpact: string): Queue {
  const queue = new Queue(scope, "Queue", {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acceptDeadLetterQueue(queue);
  alarms.watchDeadLetters(queue, errorImpact);
  return queue;
}
