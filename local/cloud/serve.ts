import type { IncomingMessage } from "node:http";
import { ApiGateway } from "../api-gateway/api-gateway.ts";
import { Gateway } from "../gateway/gateway.ts";
import type { Caller } from "../gateway/callers.ts";
import type { Service } from "../gateway/service.ts";
import { CloudWatch } from "../cloudwatch/cloudwatch.ts";
import { States } from "../gateway/states.ts";
import type { Permission } from "../iam/statements.ts";
import { SqsApi } from "../events/sqs-api.ts";
import { LambdaApi } from "../lambda/lambda-api.ts";
import { MalwareProtection } from "../guard-duty/malware-protection.ts";
import { bucketsOf } from "../s3/buckets.ts";
import { expireObjects } from "../s3/lifecycle.ts";
import { Objects } from "../s3/objects.ts";
import { S3 } from "../s3/s3.ts";
import { SecretsManager } from "../gateway/secrets-manager.ts";
import { type Data, expireDaily } from "./data.ts";
import { tellOfObject } from "./events.ts";
import type { Foundation } from "./foundation.ts";
import type { Network } from "./network.ts";
import type { Orchestration } from "./orchestration.ts";

/** Opens the AWS APIs behind the gateway. */
export function serveApis(
  foundation: Foundation,
  network: Network,
  data: Data,
  orchestration: Orchestration,
): void {
  const { lambda } = orchestration;
  const services = servicesOf(foundation, data, orchestration);
  const eventOf = (caller: Caller) => (caller.kind === "function" ? lambda.eventOf(caller.environment) : "");
  const end = async (caller: Caller, how: "crash" | "timeout") => {
    if (caller.kind === "function") await lambda[how](caller.functionName, caller.environment);
  };
  const gateway = new Gateway({ ...foundation, services, eventOf, end });
  const [site] = network.sites;
  network.gateway.answerWith((request, response) => {
    if (site && isVisitor(request)) response.writeHead(302, { location: site.server.url }).end();
    else gateway.listen(request, response);
  });
}

/** Whether the client is a browser; AWS clients sign their requests. */
const isVisitor = ({ method, url, headers }: IncomingMessage) =>
  method === "GET" && url === "/" && headers.authorization === undefined;

/** Opens the sites for people. */
export function serveSites(
  { template, clock, iam }: Foundation,
  { sites }: Network,
  { lambda }: Orchestration,
): void {
  const { region, account } = template;
  for (const { api, server } of sites)
    server.answerWith(new ApiGateway({ api, lambda, iam, clock, region, account }).listen);
}

function servicesOf(
  foundation: Foundation,
  data: Data,
  { lambda, engine, machines, events }: Orchestration,
): Service[] {
  const { template, state, iam, activity } = foundation;
  const allows = (caller: Caller, permission: Permission) =>
    caller.kind === "operator" || iam.allows(caller.roleArn, permission);
  const buckets = bucketsOf(template);
  const objects = new Objects(state);
  const protection = new MalwareProtection({ template, iam, objects });
  expireDaily(foundation, () => expireObjects(buckets, objects, foundation.clock.now()));
  return [
    data.dynamoDb,
    data.ses,
    new S3({
      ...foundation,
      buckets,
      objects,
      allows,
      onChange: (change) => {
        void activity.during(() => tellOfObject(change, events, template.region));
        void activity.during(() => protection.check(change, events.bus));
      },
    }),
    new States({
      engine,
      stateMachineArns: machines.map(({ arn }) => arn),
      allows: ({ caller }, permission) => allows(caller, permission),
    }),
    new LambdaApi(lambda, (name, payload) => events.invocations.accept(name, payload)),
    new SqsApi({ queues: events.queues, clock: foundation.clock, account: template.account }),
    new CloudWatch({ ...foundation, ...events }),
    new SecretsManager(template, state),
  ];
}
