import { ArnFormat, Duration, Stack } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { IRuleTarget, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { SnsTopic } from "aws-cdk-lib/aws-events-targets";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { SIGNALS, type SignalName } from "./signals.ts";

/** Every alarm links to one of these headings of docs/runbook.md, written as its anchor. */
export const RUNBOOK_HEADINGS = [
  "a-step-keeps-failing",
  "a-dossier-is-parked",
  "an-item-cannot-be-read",
  "an-execution-failed",
  "the-public-pages-fail",
  "the-admin-pages-fail",
  "uploads-are-not-taken-in",
  "a-document-is-not-checked",
  "follow-up-fails",
  "follow-up-does-not-run",
  "follow-up-takes-too-long",
  "a-decision-is-not-delivered",
  "functions-are-throttled",
  "a-key-is-in-danger",
  "the-certificate-ends",
  "the-costs-are-too-high",
  "an-event-could-not-be-handled",
  "mail-is-refused",
  "a-mail-is-not-sent-for-a-day",
  "a-mail-is-not-taken-in",
  "a-limit-for-all-is-reached",
  "an-event-is-not-delivered",
] as const;
export type RunbookHeading = (typeof RUNBOOK_HEADINGS)[number];

export type AlarmProps = {
  metric: cloudwatch.IMetric;
  /** Kind of metric: sets the comparison, and the treatment of missing data. */
  signal: SignalName;
  threshold: number;
  /** One sentence: who is hurt by the failure, and how. */
  errorImpact: string;
  /** Runbook heading with the instructions for this alarm. */
  runbookHeading: RunbookHeading;
};

/** Permissions on the key that publishing to an encrypted topic requires. */
const KEY_USE = ["kms:Decrypt", "kms:GenerateDataKey"];
const CLOUDWATCH = new ServicePrincipal("cloudwatch.amazonaws.com");

/** The alarm topic, and the one way to add an alarm or another message for operators. */
export class Alarms extends Construct {
  /** Encrypts the topic. */
  readonly key: Key;
  /** Every alarm that was added. */
  readonly all: cloudwatch.IAlarm[] = [];
  readonly #topic: Topic;
  readonly #rulesRole: Role;
  readonly #runbook: string;

  constructor(scope: Construct, id: string, props: { mailbox: string; runbook: string }) {
    super(scope, id);
    const key = new Key(this, "Key", { description: "LED onboarding: alarms", enableKeyRotation: true });
    this.key = key;
    // CloudWatch publishes as a service, which the AWS managed key of SNS does not allow.
    key.grant(CLOUDWATCH, ...KEY_USE);
    this.#topic = new Topic(this, "Topic", {
      displayName: "LED onboarding: alarms",
      masterKey: key,
      enforceSSL: true,
    });
    this.#topic.addToResourcePolicy(publishByAlarms(this, this.#topic));
    this.#topic.addSubscription(new EmailSubscription(props.mailbox));
    this.#rulesRole = new Role(this, "RulesRole", {
      assumedBy: new ServicePrincipal("events.amazonaws.com"),
      inlinePolicies: {
        Publish: allow(["sns:Publish"], [this.#topic.topicArn]),
        Key: allow(KEY_USE, [key.keyArn]),
      },
    });
    this.#runbook = props.runbook;
  }

  add(scope: Construct, id: string, props: AlarmProps): void {
    const { alarmsWhen, periods, missing } = SIGNALS[props.signal];
    const alarm = new cloudwatch.Alarm(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: periods,
      comparisonOperator: alarmsWhen,
      treatMissingData: missing,
      alarmDescription: `${props.errorImpact} ${this.whatToDo(props.runbookHeading)}`,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
    this.all.push(alarm);
  }

  /** Last sentence of every message to operators: the link to the runbook. */
  whatToDo(heading: RunbookHeading): string {
    return `What to do: ${this.#runbook}#${heading}`;
  }

  /** The topic as target of a rule. The rule publishes with a role, so no other account's rule can publish. */
  tell(message: RuleTargetInput, deadLetterQueue: IQueue): IRuleTarget {
    return new SnsTopic(this.#topic, {
      message,
      deadLetterQueue,
      role: this.#rulesRole.withoutPolicyUpdates(),
      authorizeUsingRole: true,
    });
  }

  /** A message in a dead-letter queue is an event without further retries. */
  watchDeadLetters(queue: IQueue, errorImpact: string): void {
    this.add(queue, "Alarm", {
      metric: queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: "max",
      }),
      signal: "backlog",
      threshold: 1,
      errorImpact,
      runbookHeading: "an-event-could-not-be-handled",
    });
  }
}

const allow = (actions: string[], resources: string[]) =>
  new PolicyDocument({ statements: [new PolicyStatement({ actions, resources })] });

/**
 * Restores the permission of the account's own alarms to publish. SNS grants it by default, but any statement in the
 * topic's policy replaces that default.
 */
function publishByAlarms(scope: Construct, topic: Topic): PolicyStatement {
  const stack = Stack.of(scope);
  const anyAlarm = stack.formatArn({
    service: "cloudwatch",
    resource: "alarm",
    resourceName: "*",
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new PolicyStatement({
    sid: "AllowAlarmsOfThisAccount",
    principals: [CLOUDWATCH],
    actions: ["sns:Publish"],
    resources: [topic.topicArn],
    conditions: {
      StringEquals: { "aws:SourceAccount": stack.account },
      ArnLike: { "aws:SourceArn": anyAlarm },
    },
  });
}
