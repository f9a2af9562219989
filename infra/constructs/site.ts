import { Aws, CfnOutput, Stack } from "aws-cdk-lib";
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

/** A literal keeps the site's address free of a reference to the stage, which depends on the functions. */
const STAGE = "live";

/**
 * Fields of an access-log line. `$context.path` is excluded because it holds a link's secret, and personal addresses
 * are excluded too.
 */
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
  readonly adminNetworks: Configuration["adminNetworks"];
  readonly logRetention: RetentionDays;
};

/** The public address of the site: API Gateway behind WAF, in front of the two web functions. */
export class Site extends Construct {
  readonly api: apigateway.RestApi;
  /** Without a trailing slash. It includes the stage where no custom domain is configured. */
  readonly publicUrl: string;
  /** Hosts of earlier addresses, which lead to the public address. */
  readonly formerHosts: string[];
  /** Name of the log group of the requests. */
  readonly accessLogName: string;
  /** Name of the log group of the requests that the firewall blocked or counted. */
  readonly firewallLogName: string;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.accessLogName = `/aws/apigateway/led-${props.environment}-onboarding`;
    this.api = new apigateway.RestApi(this, "Api", {
      restApiName: `led-${props.environment}-onboarding`,
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
      disableExecuteApiEndpoint: props.domain !== undefined && !props.domain.formerlyOwnAddress,
      // All bodies pass as bytes, so downloads and forms stay intact.
      binaryMediaTypes: ["*/*"],
      policy: adminPolicy(props.adminNetworks),
      cloudWatchRole: true,
      deployOptions: {
        stageName: STAGE,
        throttlingRateLimit: 50,
        throttlingBurstLimit: 100,
        // Execution logs and tracing of the gateway are off: both would hold paths with the secrets of links.
        loggingLevel: apigateway.MethodLoggingLevel.OFF,
        ...this.#accessLog(props),
      },
    });
    answerAsPages(this.api);
    this.publicUrl = props.domain ? `https://${props.domain.name}` : `https://${this.#ownHost()}/${STAGE}`;
    this.formerHosts = props.domain ? this.#formerHosts(props.domain) : [];
    if (props.domain) for (const one of [props.domain, ...props.domain.former]) this.#serveAt(one);
    const stage = this.api.deploymentStage;
    this.firewallLogName = new Firewall(this, "Firewall", { environment: props.environment, stage }).logName;
  }

  /** The public function serves every path outside `/admin`. */
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

  #ownHost(): string {
    return `${this.api.restApiId}.execute-api.${Stack.of(this).region}.${Aws.URL_SUFFIX}`;
  }

  #formerHosts({ former, formerlyOwnAddress }: NonNullable<Configuration["domain"]>): string[] {
    return [...former.map(({ name }) => name), ...(formerlyOwnAddress ? [this.#ownHost()] : [])];
  }

  /** Its id follows from its name, so that a switch of the domain creates one and leaves the other. */
  #serveAt(domain: { name: string; certificateArn: string }): void {
    const id = `Domain-${domain.name}`;
    const { domainNameAliasDomainName } = this.api.addDomainName(id, {
      domainName: domain.name,
      certificate: Certificate.fromCertificateArn(this, `${id}Certificate`, domain.certificateArn),
      endpointType: apigateway.EndpointType.REGIONAL,
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
    new CfnOutput(this, `Dns-${domain.name}`, {
      value: `${domain.name} CNAME ${domainNameAliasDomainName}`,
      description: "DNS record of the site",
    });
  }

  #accessLog(props: SiteProps): apigateway.StageOptions {
    const logs = new LogGroup(this, "AccessLog", {
      logGroupName: this.accessLogName,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return {
      accessLogDestination: new apigateway.LogGroupLogDestination(logs),
      accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
    };
  }
}

/** Everyone may call the public paths. Only the configured networks may call the admin paths. */
function adminPolicy(networks: Configuration["adminNetworks"] = "any"): PolicyDocument | undefined {
  if (networks === "any") return undefined;
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
