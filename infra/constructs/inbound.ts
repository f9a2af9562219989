import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import * as ses from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Configuration } from "../configuration/configuration.ts";
import { DeadLetters } from "./dead-letters.ts";
import { RECEIVED_PREFIX } from "./documents.ts";
import { ServiceFunction } from "./service-function.ts";
import type { WorkflowParts } from "./state-functions.ts";

export type InboundProps = WorkflowParts & {
  readonly inbound: NonNullable<Configuration["mail"]["inbound"]>;
};

/**
 * Takes mail of the inbound domain: SES judges it and puts it in the bucket, and a function makes it a message of its
 * dossier. A region has one active rule set, which may serve others too: this one is activated by hand (docs/runbook.md).
 */
export class Inbound extends Construct {
  constructor(scope: Construct, id: string, props: InboundProps) {
    super(scope, id);
    const { settings, dossiers, documents, mail, environment, inbound } = props;
    const handler = new ServiceFunction(this, "ReceiveMail", {
      settings,
      kind: "workflow",
      entry: "functions/handlers/receive-mail.ts",
      environment,
      // Memory for a mail of 40 MB, and for its files.
      memoryMegabytes: 1024,
      timeout: Duration.minutes(1),
      errorImpact: "A mail that somebody sent to the LED does not appear in its dossier.",
      runbookHeading: "a-mail-is-not-taken-in",
    });
    dossiers.grantOpenTasks(handler);
    dossiers.grantReadWhole(handler);
    dossiers.grantFindReplies(handler);
    // The mail that tells a person that a mail came has a link, and an address for replies.
    dossiers.grantMakeLinks(handler);
    dossiers.grantFindByReference(handler);
    dossiers.grantFindBySender(handler);
    dossiers.grantCount(handler);
    dossiers.grantAddNewMails(handler);
    documents.grantReceiveMails(handler);
    mail.grantSend(handler);
    new DeadLetters(this, "DeadLetters", {
      settings,
      handler,
      retries: 2,
      maxAge: Duration.hours(6),
      errorImpact:
        "A mail to the LED was not taken in, and will not be without an operator: it is in the bucket.",
    });

    const names = { set: `led-onboarding-${settings.environment}`, rule: "dossiers" };
    const rule = this.#rule(names, handler, props);
    documents.grantDeposit(rule);
    handler.addPermission("FromSes", {
      principal: new ServicePrincipal("ses.amazonaws.com"),
      sourceAccount: rule.account,
      sourceArn: rule.arn,
    });
    new CfnOutput(this, "Mx", {
      value: `${inbound.domain} MX 10 inbound-smtp.${Stack.of(this).region}.amazonaws.com`,
      description: "Record of the domain that takes mail",
    });
    new CfnOutput(this, "RuleSetName", { value: names.set, description: "Rule set to activate in SES" });
  }

  #rule(
    names: { set: string; rule: string },
    handler: { functionArn: string },
    { documents, inbound }: InboundProps,
  ): { account: string; arn: string } {
    const { account } = Stack.of(this);
    const resource = `receipt-rule-set/${names.set}:receipt-rule/${names.rule}`;
    const set = new ses.CfnReceiptRuleSet(this, "RuleSet", { ruleSetName: names.set });
    const rule = new ses.CfnReceiptRule(this, "Rule", {
      ruleSetName: names.set,
      rule: {
        name: names.rule,
        enabled: true,
        scanEnabled: true,
        tlsPolicy: inbound.requireTls ? "Require" : "Optional",
        recipients: [inbound.domain],
        actions: [
          { s3Action: { bucketName: documents.bucket.bucketName, objectKeyPrefix: RECEIVED_PREFIX } },
          { lambdaAction: { functionArn: handler.functionArn, invocationType: "Event" } },
        ],
      },
    });
    rule.addResourceDependency(set);
    if (documents.bucket.policy) rule.node.addDependency(documents.bucket.policy);
    return { account, arn: Stack.of(this).formatArn({ service: "ses", resource }) };
  }
}
