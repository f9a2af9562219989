import { Stack } from "aws-cdk-lib";
import type { Stage } from "aws-cdk-lib/aws-apigateway";
import { CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";

/** Requests from one address within five minutes. A whole administration may share one address. */
const REQUESTS_PER_ADDRESS = 2000;

/** WAF in front of the site. Request sampling is off: samples would hold paths with the secrets of links. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, props: { stage: Stage }) {
    super(scope, id);
    const acl = new CfnWebACL(this, "Acl", {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: visibility("site"),
      rules: [
        managed(0, "AWSManagedRulesCommonRuleSet", [
          // The forms exceed the rule's 8 KB; the application limits their size.
          { name: "SizeRestrictions_BODY", actionToUse: { count: {} } },
        ]),
        managed(1, "AWSManagedRulesKnownBadInputsRuleSet"),
        {
          name: "TooManyRequests",
          priority: 2,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: REQUESTS_PER_ADDRESS, aggregateKeyType: "IP" } },
          visibilityConfig: visibility("TooManyRequests"),
        },
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
  }
}

const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const managed = (
  priority: number,
  name: string,
  ruleActionOverrides: CfnWebACL.RuleActionOverrideProperty[] = [],
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name, ruleActionOverrides } },
  visibilityConfig: visibility(name),
});
