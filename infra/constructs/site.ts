import { Aws, Stack } from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigateway";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { RemovalPolicy } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { Configuration } from "../configuration/configuration.ts";
import { Firewall } from "./firewall.ts";
import { answerAsPages } from "./gateway-answers.ts";
import type { AnyFunction } from "./service-function.ts";

/** Literal, so that the site's address needs no reference to the stage: that one depends on the functions. */
const STAGE = "live";

/** What an access-log line holds: never `$context.path`, in which a link's secret stands, and no address of a person. */
const ACCESS_LOG = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  method: "$context.httpMethod",
  resource: "$context.resourcePath",
  status: "$context.status",
  bytes: "$context.responseLength",
  latency: "$context.responseLatency",
  integrationLatency: "$context.integrationLatency",
  firewall: "$context.waf.status",
};

export type SiteProps = {
  readonly environment: string;
  readonly domain: Configuration["domain"];
  readonly adminNetworks: readonly string[];
  readonly logRetention: RetentionDays;
};

/** The address that people and programs reach: API Gateway behind WAF, in front of the two web functions. */
export class Site extends Construct {
  readonly api: apigateway.RestApi;
  /** Without a trailing slash; with the stage where there is no domain of our own. */
  readonly publicUrl: string;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.api = new apigateway.RestApi(this, "Api", {
      restApiName: `led-${props.environment}-onboarding`,
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
      disableExecuteApiEndpoint: props.domain !== undefined,
      // Everything passes as bytes: downloads stay whole, and forms arrive as they were sent.
      binaryMediaTypes: ["*/*"],
      policy: adminPolicy(props.adminNetworks),
      cloudWatchRole: true,
      deployOptions: {
        stageName: STAGE,
        throttlingRateLimit: 50,
        throttlingBurstLimit: 100,
        // No execution log and no trace of the gateway itself: both would hold the paths with links' secrets.
        loggingLevel: apigateway.MethodLoggingLevel.OFF,
        ...this.#accessLog(props),
      },
    });
    answerAsPages(this.api);
    this.publicUrl = props.domain ? `https://${props.domain.name}` : this.#ownAddress();
    if (props.domain) this.#serveAt(props.domain);
    new Firewall(this, "Firewall", { stage: this.api.deploymentStage });
  }

  /** The public pages take every path that is not an administrator's. */
  serve(functions: { publicWeb: AnyFunction; adminWeb: AnyFunction }): void {
    const to = (handler: AnyFunction) =>
      new apigateway.LambdaIntegration(handler, { scopePermissionToMethod: false });
    const publicWeb = to(functions.publicWeb);
    const adminWeb = to(functions.adminWeb);
    const { root } = this.api;
    const admin = root.addResource("admin");
    const adminApi = root.addResource("api").addResource("admin");
    for (const resource of [root, root.addResource("{proxy+}")]) resource.addMethod("ANY", publicWeb);
    for (const resource of [admin, admin.addResource("{proxy+}"), adminApi, adminApi.addResource("{proxy+}")])
      resource.addMethod("ANY", adminWeb);
  }

  #ownAddress(): string {
    const { region } = Stack.of(this);
    return `https://${this.api.restApiId}.execute-api.${region}.${Aws.URL_SUFFIX}/${STAGE}`;
  }

  #serveAt(domain: { name: string; certificateArn: string }): void {
    this.api.addDomainName("Domain", {
      domainName: domain.name,
      certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
      endpointType: apigateway.EndpointType.REGIONAL,
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
  }

  #accessLog(props: SiteProps): apigateway.StageOptions {
    const logs = new LogGroup(this, "AccessLog", {
      logGroupName: `/aws/apigateway/led-${props.environment}-onboarding`,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return {
      accessLogDestination: new apigateway.LogGroupLogDestination(logs),
      accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
    };
  }
}

/** Everyone may call; from outside the networks named, not the admin paths. */
function adminPolicy(networks: readonly string[]): PolicyDocument | undefined {
  if (networks.length === 0) return undefined;
  const paths = ["admin", "admin/*", "api/admin", "api/admin/*"];
  const statement = (effect: Effect, resources: string[], conditions?: object) =>
    new PolicyStatement({
      effect,
      principals: [new AnyPrincipal()],
      actions: ["execute-api:Invoke"],
      resources,
      ...(conditions && { conditions: { ...conditions } }),
    });
  return new PolicyDocument({
    statements: [
      statement(Effect.ALLOW, ["execute-api:/*"]),
      statement(
        Effect.DENY,
        paths.map((path) => `execute-api:/${STAGE}/*/${path}`),
        { NotIpAddress: { "aws:SourceIp": networks } },
      ),
    ],
  });
}
