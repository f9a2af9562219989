import { RemovalPolicy, Stack } from "aws-cdk-lib";
import type { Stage } from "aws-cdk-lib/aws-apigateway";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";

export type FirewallProps = {
  readonly environment: string;
  readonly stage: Stage;
};

/**
 * Requests within five minutes from one address. A whole administration may share one address behind its proxy, so this
 * is near what the site serves to everybody together (50 a second): it stops a flood, not a crowd.
 */
const REQUESTS_PER_ADDRESS = 10_000;
/** From one address to one path. Each person has a path of their own, so that a shared address does not add up here. */
const REQUESTS_PER_PATH = 500;

/**
 * Rules that only count. The forms exceed the 8 KB of the first, and people describe IT systems in them: scripts, paths
 * and addresses are what they are asked for. The application escapes all text, and limits its size.
 */
const COUNTED = [
  "SizeRestrictions_BODY",
  "CrossSiteScripting_BODY",
  "GenericLFI_BODY",
  "GenericRFI_BODY",
  "EC2MetaDataSSRF_BODY",
];

/** Headers with secrets: of a session, of a program, and of a link. */
const SECRET_HEADERS = ["cookie", "authorization", "referer"];

/** WAF in front of the site. Request sampling is off: samples would hold paths with the secrets of links. */
export class Firewall extends Construct {
  /** Log group of the requests that were blocked or counted. */
  readonly logName: string;

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, "Acl", {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: visibility("site"),
      rules: [
        managed(0, "AWSManagedRulesCommonRuleSet", COUNTED),
        managed(1, "AWSManagedRulesKnownBadInputsRuleSet"),
        tooMany(2, "TooManyRequests", {
          limit: REQUESTS_PER_ADDRESS,
          aggregateKeyType: "IP",
        }),
        tooMany(3, "TooManyRequestsToOnePath", {
          limit: REQUESTS_PER_PATH,
          aggregateKeyType: "CUSTOM_KEYS",
          customKeys: [{ ip: {} }, { uriPath: { textTransformations: [{ priority: 0, type: "NONE" }] } }],
        }),
      ],
    });
    new CfnWebACLAssociation(this, "Association", {
      webAclArn: acl.attrArn,
      resourceArn: Stack.of(this).formatArn({
        service: "apigateway",
        account: "",
        resource: "/restapis",
        resourceName: `${props.stage.restApi.restApiId}/stages/${props.stage.stageName}`,
      }),
    });
    // WAF requires this beginning of the name.
    this.logName = `aws-waf-logs-led-${props.environment}-onboarding`;
    this.#log(acl);
  }

  /** Only what a rule blocked or counted, for a month: a line has the address of its sender. */
  #log(acl: CfnWebACL): void {
    const logs = new LogGroup(this, "Logs", {
      logGroupName: this.logName,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, "Logging", {
      resourceArn: acl.attrArn,
      // Without the `:*` that an ARN of a log group ends with.
      logDestinationConfigs: [
        Stack.of(this).formatArn({
          service: "logs",
          resource: `log-group:${logs.logGroupName}`,
        }),
      ],
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        ...SECRET_HEADERS.map((name) => ({ singleHeader: { Name: name } })),
      ],
      loggingFilter: {
        DefaultBehavior: "DROP",
        Filters: [
          {
            Behavior: "KEEP",
            Requirement: "MEETS_ANY",
            Conditions: [
              { ActionCondition: { Action: "BLOCK" } },
              { ActionCondition: { Action: "COUNT" } },
              { ActionCondition: { Action: "EXCLUDED_AS_COUNT" } },
            ],
          },
        ],
      },
    });
  }
}

const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const managed = (priority: number, name: string, counted: string[] = []): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: visibility(name),
});

const tooMany = (
  priority: number,
  name: string,
  rateBasedStatement: CfnWebACL.RateBasedStatementProperty,
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  action: { block: {} },
  statement: { rateBasedStatement },
  visibilityConfig: visibility(name),
});
