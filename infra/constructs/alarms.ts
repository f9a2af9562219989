import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** Every alarm leads to one of these headings of docs/runbook.md (as their anchors). */
export const RUNBOOK_HEADINGS = [
  "a-step-keeps-failing",
  "a-dossier-is-parked",
  "an-execution-failed",
  "the-public-pages-fail",
  "the-admin-pages-fail",
  "uploads-are-not-taken-in",
  "follow-up-fails",
  "an-event-could-not-be-handled",
  "mail-is-refused",
] as const;
export type RunbookHeading = (typeof RUNBOOK_HEADINGS)[number];

export type AlarmProps = {
  metric: cloudwatch.IMetric;
  /** Alarms when the metric reaches it within its period. */
  threshold: number;
  /** One sentence: who is hurt, and how, when this goes wrong. */
  errorImpact: string;
  /** Where the runbook says what to look at and do. */
  runbookHeading: RunbookHeading;
};

/** The topic that alarms go to, and the one way to add an alarm. */
export class Alarms extends Construct {
  readonly #topic: Topic;
  readonly #runbook: string;

  constructor(scope: Construct, id: string, props: { mailbox: string; runbook: string }) {
    super(scope, id);
    const key = new Key(this, "Key", { description: "LED onboarding: alarms", enableKeyRotation: true });
    // CloudWatch publishes by itself, which the key that AWS manages for SNS does not allow.
    key.grantEncryptDecrypt(new ServicePrincipal("cloudwatch.amazonaws.com"));
    this.#topic = new Topic(this, "Topic", {
      displayName: "LED onboarding: alarms",
      masterKey: key,
      enforceSSL: true,
    });
    this.#topic.addSubscription(new EmailSubscription(props.mailbox));
    this.#runbook = props.runbook;
  }

  add(scope: Construct, id: string, props: AlarmProps): void {
    const alarm = new cloudwatch.Alarm(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.errorImpact} What to do: ${this.#runbook}#${props.runbookHeading}`,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }

  /** A message in a dead-letter queue is an event that nothing will try again by itself. */
  watchDeadLetters(queue: IQueue, errorImpact: string): void {
    this.add(queue, "Alarm", {
      metric: queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: "max",
      }),
      threshold: 1,
      errorImpact,
      runbookHeading: "an-event-could-not-be-handled",
    });
  }
}
