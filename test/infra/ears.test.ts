import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { createApp } from "../../infra/app.ts";
import { SIGNALS } from "../../infra/constructs/signals.ts";
import { matchesPattern } from "../../local/events/pattern.ts";
import { Iam } from "../../local/iam/iam.ts";
import { KEY_USE, ResourcePolicies } from "../../local/iam/resource-policies.ts";
import { Template } from "../../local/template/template.ts";
import { receiptRulesOf } from "../../local/ses/receipt-rules.ts";
import { readStack } from "../../local/template/assembly.ts";
import { optionsOf } from "./prod.ts";

const Alarm = z.looseObject({
  ActionsEnabled: z.boolean().default(true),
  AlarmActions: z.array(z.string()).default([]),
  ComparisonOperator: z.string(),
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  EvaluationPeriods: z.number(),
  Period: z.number(),
  TreatMissingData: z.string(),
});
const Rule = z.looseObject({
  State: z.literal("ENABLED"),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  Targets: z
    .array(
      z.looseObject({
        Arn: z.string(),
        RoleArn: z.string().optional(),
        DeadLetterConfig: z.object({ Arn: z.string() }),
      }),
    )
    .nonempty(),
});
const Subscription = z.looseObject({ TopicArn: z.string(), Protocol: z.string(), Endpoint: z.email() });
const Invoke = z.looseObject({
  FunctionName: z.string(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
});
const LambdaFunction = z.looseObject({ Role: z.string() });
const EventDestination = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({ MatchingEventTypes: z.array(z.string()) }),
});
const Bucket = z.looseObject({
  NotificationConfiguration: z
    .looseObject({
      EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean() }).optional(),
      LambdaConfigurations: z.array(z.looseObject({ Function: z.string() })).default([]),
    })
    .optional(),
});
const Anything = z.looseObject({});

describe.each(["dev", "prod"])("notification of failures in %s", (environment) => {
  let template: Template;
  let iam: Iam;
  let policies: ResourcePolicies;
  let alarms: { id: string; arn: string; alarm: z.infer<typeof Alarm> }[];

  beforeAll(async () => {
    template = new Template(await readStack(() => createApp({ ...optionsOf(environment), bundling: false })));
    iam = new Iam(template);
    policies = new ResourcePolicies(template);
    alarms = template.ofType("AWS::CloudWatch::Alarm", Alarm).map(({ logicalId, physical, properties }) => ({
      id: logicalId,
      arn: physical.attributes["Arn"] ?? "",
      alarm: properties,
    }));
  });

  const rules = () => template.ofType("AWS::Events::Rule", Rule);
  /** Recipients of messages to a topic. */
  const readersOf = (topic: string) =>
    template
      .ofType("AWS::SNS::Subscription", Subscription)
      .filter(({ properties }) => properties.TopicArn === topic);
  const watchOver = (name: string, value: string) =>
    alarms.filter(({ alarm }) =>
      alarm.Dimensions.some((dimension) => dimension.Name === name && dimension.Value === value),
    );

  /** Whether a rule may deliver to a target, as AWS evaluates it: by its role, otherwise by the target's policy. */
  function mayDeliver(source: string, target: string, roleArn: string | undefined): boolean {
    const [, , service] = target.split(":");
    if (service === "lambda") return iam.mayInvoke("events.amazonaws.com", source, target);
    const publish = { action: "sns:Publish", resource: target };
    if (roleArn === undefined) return policies.admits("events.amazonaws.com", source, publish);
    const key = policies.keyOf(target);
    return [
      publish,
      ...(key === undefined ? [] : KEY_USE.map((action) => ({ action, resource: key }))),
    ].every((permission) => iam.allows(roleArn, permission));
  }

  it("is published by every alarm: its topic and its key admit CloudWatch, and somebody is subscribed", () => {
    expect(alarms.length).toBeGreaterThan(46);
    const unheard = alarms.filter(
      ({ arn, alarm }) =>
        !alarm.ActionsEnabled ||
        alarm.AlarmActions.length === 0 ||
        !alarm.AlarmActions.every(
          (topic) =>
            policies.keyOf(topic) !== undefined &&
            policies.admits("cloudwatch.amazonaws.com", arn, { action: "sns:Publish", resource: topic }) &&
            readersOf(topic).length > 0,
        ),
    );

    expect(unheard.map(({ id }) => id)).toEqual([]);
  });

  it("is published by the alarms of this account only", () => {
    const [topic = ""] = alarms.flatMap(({ alarm }) => alarm.AlarmActions);
    const publish = { action: "sns:Publish", resource: topic };
    const stranger = "arn:aws:cloudwatch:eu-west-1:999999999999:alarm:theirs";

    expect(policies.admits("cloudwatch.amazonaws.com", stranger, publish)).toBe(false);
    expect(policies.admits("events.amazonaws.com", alarms[0]?.arn ?? "", publish)).toBe(false);
  });

  it("defines what missing data mean for each alarm: only metrics that may be silent are", () => {
    const known = Object.values(SIGNALS).map(
      ({ alarmsWhen, periods, missing }) => `${alarmsWhen} ${periods} ${missing}`,
    );
    for (const { alarm } of alarms)
      expect(known).toContain(
        `${alarm.ComparisonOperator} ${alarm.EvaluationPeriods} ${alarm.TreatMissingData}`,
      );
    const beats = alarms.filter(({ alarm }) => alarm.TreatMissingData === "breaching");
    expect(new Set(beats.map(({ alarm }) => alarm.MetricName))).toEqual(new Set(["Invocations"]));
    const lying = alarms.filter(({ alarm }) => alarm.Namespace === "AWS/SQS");
    expect(new Set(lying.map(({ alarm }) => alarm.TreatMissingData))).toEqual(new Set(["ignore"]));
  });

  it("has a dead man's switch for every schedule: silence for a quarter of an hour raises it", () => {
    const scheduled = rules().filter(({ properties }) => properties.ScheduleExpression !== undefined);

    expect(scheduled).toHaveLength(environment === "dev" ? 2 : 1);
    for (const { properties } of scheduled)
      for (const target of properties.Targets) {
        const beat = watchOver("FunctionName", target.Arn.split(":").at(-1) ?? "").find(
          ({ alarm }) => alarm.MetricName === "Invocations",
        )?.alarm;
        expect(beat).toMatchObject({
          TreatMissingData: "breaching",
          ComparisonOperator: "LessThanThreshold",
        });
        expect((beat?.Period ?? 0) * (beat?.EvaluationPeriods ?? 0)).toBe(900);
      }
  });

  it("reaches every target of every rule, and its dead-letter queue on failure", () => {
    const deaf = rules().flatMap(({ logicalId, physical, properties }) => {
      const arn = physical.attributes["Arn"] ?? "";
      return properties.Targets.flatMap(({ Arn, RoleArn, DeadLetterConfig }) => {
        const bury = { action: "sqs:SendMessage", resource: DeadLetterConfig.Arn };
        return [
          ...(mayDeliver(arn, Arn, RoleArn) ? [] : [`${logicalId} → ${Arn}`]),
          ...(policies.admits("events.amazonaws.com", arn, bury) ? [] : [`${logicalId} → its dead letters`]),
          ...(Arn.includes(":sns:") && readersOf(Arn).length === 0 ? [`${logicalId}: nobody reads`] : []),
        ];
      });
    });

    expect(rules().length).toBeGreaterThan(3);
    expect(deaf).toEqual([]);
  });

  it("goes to a queue for every function whose invocations may fail, with the permission to send", () => {
    const roles = new Map(
      template
        .ofType("AWS::Lambda::Function", LambdaFunction)
        .map(({ physical, properties }) => [physical.name, properties.Role]),
    );
    const invoked = template.ofType("AWS::Lambda::EventInvokeConfig", Invoke);
    const targets = rules().flatMap(({ properties }) => properties.Targets.map(({ Arn }) => Arn));
    const functions = [
      ...targets.filter((arn) => arn.includes(":lambda:")).map((arn) => arn.split(":").at(-1)),
      ...receiptRulesOf(template).map(({ functionName }) => functionName),
    ];

    expect(invoked.map(({ properties }) => properties.FunctionName).sort()).toEqual(
      [...new Set(functions)].sort(),
    );
    for (const { properties } of invoked)
      expect(
        iam.allows(roles.get(properties.FunctionName) ?? "", {
          action: "sqs:SendMessage",
          resource: properties.DestinationConfig.OnFailure.Destination,
        }),
      ).toBe(true);
  });

  it("covers every dead-letter queue", () => {
    const queues = template.ofType("AWS::SQS::Queue", Anything);

    expect(queues.length).toBeGreaterThan(3);
    for (const { physical } of queues) expect(watchOver("QueueName", physical.name)).toHaveLength(1);
  });

  it("covers the events of a bucket: a rule matches, and no function is called without permission", () => {
    const telling = template
      .ofType("AWS::S3::Bucket", Bucket)
      .filter(({ properties }) => properties.NotificationConfiguration !== undefined);

    expect(telling).toHaveLength(1);
    for (const { physical, properties } of telling) {
      const event = {
        source: "aws.s3",
        "detail-type": "Object Created",
        detail: {
          bucket: { name: physical.name },
          object: { key: "dossiers/a/b" },
          reason: "POST Object",
        },
      };
      expect(properties.NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled).toBe(true);
      expect(rules().some(({ properties: { EventPattern = {} } }) => hears(EventPattern, event))).toBe(true);
      expect(properties.NotificationConfiguration?.LambdaConfigurations).toEqual([]);
    }
  });

  it("covers undelivered mails: a rule matches every event that SES publishes", () => {
    const published = template
      .ofType("AWS::SES::ConfigurationSetEventDestination", EventDestination)
      .flatMap(({ properties: { ConfigurationSetName, EventDestination: destination } }) =>
        destination.MatchingEventTypes.map((type) => [type, ConfigurationSetName] as const),
      );
    const listening = published.filter(([type, set]) =>
      rules().some(({ properties: { EventPattern = {} } }) =>
        hears(EventPattern, {
          source: "aws.ses",
          "detail-type": SES_EVENTS[type],
          detail: {
            mail: { tags: { "ses:configuration-set": [set], mail: ["b3BlbmVk"] } },
            bounce: { bounceSubType: "General" },
          },
        }),
      ),
    );

    expect(published.map(([type]) => type)).toEqual(
      expect.arrayContaining(["bounce", "complaint", "reject", "delivery", "deliveryDelay"]),
    );
    expect(listening).toEqual(published);
  });

  it("covers an address that SES suppresses by a rule of its own, and every bounce by one rule", () => {
    const rulesOn = (bounceSubType: string) => {
      const [set] = template.ofType("AWS::SES::ConfigurationSetEventDestination", EventDestination);
      const tags = { "ses:configuration-set": [set?.properties.ConfigurationSetName] };
      const detail = { mail: { tags }, bounce: { bounceSubType } };
      return rules()
        .filter(({ properties: { EventPattern = {} } }) =>
          hears(EventPattern, { source: "aws.ses", "detail-type": "Email Bounced", detail }),
        )
        .map(({ logicalId }) => logicalId.replace(/^.*Events|\w{8}$/g, ""));
    };

    expect(rulesOn("General")).toEqual(["Bounced"]);
    expect(rulesOn("OnAccountSuppressionList")).toEqual(["Suppressed"]);
  });

  it("covers the keys: a call that disables or deletes one is heard, of another key is not", () => {
    const keys = template.ofType("AWS::KMS::Key", Anything).map(({ physical }) => physical.attributes["Arn"]);
    const isHeard = (eventName: string, key: string | undefined) =>
      rules().some(({ properties: { EventPattern = {} } }) =>
        hears(EventPattern, {
          source: "aws.kms",
          "detail-type": "AWS API Call via CloudTrail",
          resources: [],
          detail: { eventSource: "kms.amazonaws.com", eventName, resources: [{ ARN: key }] },
        }),
      );

    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys)
      for (const call of ["DisableKey", "ScheduleKeyDeletion"]) expect(isHeard(call, key)).toBe(true);
    expect(isHeard("DisableKey", "arn:aws:kms:eu-west-1:000000000000:key/another")).toBe(false);
    expect(isHeard("Decrypt", keys[0])).toBe(false);
  });

  it.each([
    ["AWS/Lambda", "Throttles", 1],
    ["AWS/Lambda", "Duration", 150_000],
    ["LedOnboarding", "OldestUndelivered", 45],
    ["LedOnboarding", "OldestUnsentMail", 1440],
  ])("covers %s %s from %d", (Namespace, MetricName, Threshold) => {
    expect(alarms.filter(({ alarm }) => alarm.MetricName === MetricName)).toMatchObject([
      { alarm: { Namespace, Threshold, ComparisonOperator: "GreaterThanOrEqualToThreshold" } },
    ]);
  });

  it("knows from which environment each metric of the product comes", () => {
    const own = alarms.filter(({ alarm }) => alarm.Namespace === "LedOnboarding");

    expect(own.length).toBeGreaterThan(3);
    for (const { alarm } of own)
      expect(alarm.Dimensions).toContainEqual({ Name: "environment", Value: environment });
  });

  it("covers SES itself: a rule matches its sending being paused", () => {
    const event = { source: "aws.ses", "detail-type": "Sending Status Disabled", detail: {} };

    expect(rules().some(({ properties: { EventPattern = {} } }) => hears(EventPattern, event))).toBe(true);
  });
});

/** A rule without a pattern is a schedule and matches no events. */
const hears = (pattern: Record<string, unknown>, event: Record<string, unknown>) =>
  Object.keys(pattern).length > 0 && matchesPattern(pattern, event);

/** https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html */
const SES_EVENTS: Record<string, string> = {
  bounce: "Email Bounced",
  complaint: "Email Complaint Received",
  reject: "Email Rejected",
  delivery: "Email Delivered",
  send: "Email Sent",
  renderingFailure: "Email Rendering Failed",
  deliveryDelay: "Email Delivery Delayed",
};
