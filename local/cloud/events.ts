import { AsyncInvocations } from "../events/async-invocations.ts";
import { EventBus } from "../events/event-bus.ts";
import { Queues } from "../events/queues.ts";
import { runSchedules } from "../events/scheduler.ts";
import { Schedules } from "../events/schedules.ts";
import { Targets } from "../events/targets.ts";
import { Topics } from "../events/topics.ts";
import { ResourcePolicies } from "../iam/resource-policies.ts";
import type { Lambda } from "../lambda/lambda.ts";
import { CHANGES, eventDetail, notification, type ObjectChange } from "../s3/s3-event.ts";
import type { StepFunctionsOptions } from "../step-functions/engine.ts";
import type { Mailbox } from "../ses/mailbox.ts";
import type { Foundation } from "./foundation.ts";

export type Events = {
  queues: Queues;
  invocations: AsyncInvocations;
  targets: Targets;
  bus: EventBus;
  topics: Topics;
  policies: ResourcePolicies;
};

/** Queues, asynchronous invocations, the event bus and the schedules of the template. */
export function startEvents(
  foundation: Foundation,
  { lambda, mailbox }: { lambda: Lambda; mailbox: Mailbox },
  startExecution: (stateMachineArn: string, input: unknown) => Promise<void>,
  coalesce: number | undefined,
): Events {
  const { template, state, clock } = foundation;
  const queues = new Queues(template, state);
  const invocations = new AsyncInvocations({ ...foundation, lambda, queues });
  const [topics, policies] = [new Topics(template, mailbox), new ResourcePolicies(template)];
  const targets = new Targets({ ...foundation, policies, invocations, queues, topics, startExecution });
  const schedules = new Schedules(clock, coalesce);
  const bus = new EventBus(template, clock, schedules, targets);
  runSchedules(template, schedules, targets);
  return { queues, invocations, targets, bus, topics, policies };
}

type StatusChange = Parameters<NonNullable<StepFunctionsOptions["onStatusChange"]>>[0];

/** https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
export const statusChangeEvent = (change: StatusChange) => ({
  source: "aws.states",
  "detail-type": "Step Functions Execution Status Change",
  resources: [change.executionArn],
  detail: change,
});

/** Publishes that an object was created or deleted: on the bus, and to the functions that the bucket notifies. */
export async function tellOfObject(
  change: ObjectChange,
  { bus, targets }: Events,
  region: string,
): Promise<void> {
  const { bucket, object } = change;
  const { event, detailType } = CHANGES[change.change];
  if (bucket.eventBridge)
    await bus.put({
      source: "aws.s3",
      "detail-type": detailType,
      resources: [bucket.arn],
      detail: eventDetail(change),
    });
  for (const { functionArn, events, prefix, suffix } of bucket.notifications) {
    const wanted = events.some((one) => one === `s3:${event}` || one === `s3:${event.split(":")[0]}:*`);
    if (!wanted || !object.key.startsWith(prefix) || !object.key.endsWith(suffix)) continue;
    const delivery = {
      targetArn: functionArn,
      roleArn: undefined,
      principal: "s3.amazonaws.com",
      sourceArn: bucket.arn,
      deadLetterArn: undefined,
    };
    await targets.deliver(delivery, JSON.stringify(notification(change, region)));
  }
}
