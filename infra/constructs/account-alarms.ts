import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Configuration } from "../configuration/configuration.ts";
import type { Alarms } from "./alarms.ts";
import { deadLetterQueue } from "./dead-letters.ts";

export type AccountAlarmsProps = {
  readonly alarms: Alarms;
  /** Keys without which the product stops: of the data, and of the alarms themselves. */
  readonly keys: readonly Key[];
  readonly domain: Configuration["domain"];
};

/** Days before its end on which ACM has had a month to renew a certificate and did not. */
const CERTIFICATE_DAYS = 30;
const KEY_CALLS = ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy", "DisableKeyRotation"];

/** Alarms on what the account does to the product: its concurrency, its keys, its certificate. */
export class AccountAlarms extends Construct {
  constructor(scope: Construct, id: string, props: AccountAlarmsProps) {
    super(scope, id);
    const { alarms, domain } = props;
    // All functions of the account share its concurrency, so the metric has no function.
    alarms.add(this, "Throttles", {
      metric: new Metric({
        namespace: "AWS/Lambda",
        metricName: "Throttles",
        statistic: "sum",
        period: Duration.minutes(5),
      }),
      signal: "failures",
      threshold: 1,
      errorImpact: "Functions are refused for want of concurrency: pages fail, and steps wait for a retry.",
      runbookHeading: "functions-are-throttled",
    });
    this.#watchKeys(props);
    for (const [index, { certificateArn }] of (domain ? [domain, ...domain.former] : []).entries())
      alarms.add(this, index === 0 ? "CertificateEnds" : `CertificateEnds${index}`, {
        metric: new Metric({
          namespace: "AWS/CertificateManager",
          metricName: "DaysToExpiry",
          dimensionsMap: { CertificateArn: certificateArn },
          statistic: "min",
          period: Duration.days(1),
        }),
        signal: "countdown",
        threshold: CERTIFICATE_DAYS,
        errorImpact: "The certificate of the site ends soon: after that nobody can open a page.",
        runbookHeading: "the-certificate-ends",
      });
  }

  /** CloudTrail tells of the calls where a trail of the account logs them, and KMS itself of a deletion. */
  #watchKeys({ alarms, keys }: AccountAlarmsProps): void {
    const arns = keys.map(({ keyArn }) => keyArn);
    const lost = deadLetterQueue(
      this,
      alarms,
      "Somebody changed a key of the product, and the message about it did not reach operators.",
    );
    const tell = (what: string) =>
      alarms.tell(
        RuleTargetInput.fromText(`LED onboarding: ${what}. ${alarms.whatToDo("a-key-is-in-danger")}`),
        lost,
      );
    new Rule(this, "KeyChanged", {
      description: "LED onboarding: somebody disables or changes a key",
      eventPattern: {
        source: ["aws.kms"],
        detailType: ["AWS API Call via CloudTrail"],
        detail: {
          eventSource: ["kms.amazonaws.com"],
          eventName: KEY_CALLS,
          resources: { ARN: arns },
        },
      },
      targets: [tell(`${EventField.fromPath("$.detail.eventName")} of a key of the product`)],
    });
    new Rule(this, "KeyDeleted", {
      description: "LED onboarding: a key is deleted",
      eventPattern: { source: ["aws.kms"], detailType: ["KMS CMK Deletion"], resources: arns },
      targets: [tell("a key of the product is deleted")],
    });
  }
}
