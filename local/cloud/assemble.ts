import type { RequestListener } from "node:http";
import type { Cloud, CloudOptions } from "./cloud.ts";
import { signIn } from "../oidc/sign-in.ts";
import { type Data, startData } from "./data.ts";
import { definitionOf, historyOf, listExecutions } from "./executions.ts";
import { type Foundation, layFoundation } from "./foundation.ts";
import { type Network, openNetwork } from "./network.ts";
import { receiptRulesOf } from "../ses/receipt-rules.ts";
import { type Orchestration, settle, startOrchestration } from "./orchestration.ts";
import { serveApis, serveSites } from "./serve.ts";
import { firstStartHasEnded } from "./state-files.ts";
import { deployStateMachines } from "./state-machines.ts";

/** Milliseconds for work in progress to finish when the local cloud stops. */
const GRACE_MS = 5_000;

type Parts = {
  foundation: Foundation;
  network: Network;
  data: Data;
  orchestration: Orchestration;
  usesFolder: string | undefined;
};

/** Assembles and runs a stack. After a failure, everything opened so far is closed. */
export async function assemble(
  options: CloudOptions,
  createConsole: (cloud: Cloud) => RequestListener,
): Promise<Cloud> {
  const foundation = await layFoundation(options);
  const closers: (() => unknown)[] = [() => foundation.state.close()];
  try {
    const network = await openNetwork(foundation, options.port ?? 0);
    closers.unshift(() => network.close());
    const data = await startData(foundation);
    closers.unshift(() => data.database.kill());
    const orchestration = startOrchestration(foundation, network, data, options);
    closers.unshift(() => orchestration.lambda.close());
    const parts = { foundation, network, data, orchestration, usesFolder: options.usesFolder };
    serveApis(foundation, network, data, orchestration);
    await deployStateMachines(orchestration.machines, orchestration.engine);
    orchestration.events.invocations.resume();
    foundation.clock.settled = () => settle(foundation, orchestration);
    const cloud = cloudOf(parts);
    if (options.stateFolder !== undefined) firstStartHasEnded(options.stateFolder);
    serveSites(foundation, network, orchestration);
    network.smtp.deliverTo(cloud);
    network.console.answerWith(createConsole(cloud));
    return cloud;
  } catch (error) {
    foundation.clock.stop();
    for (const close of closers) await close();
    throw error;
  }
}

function cloudOf(parts: Parts): Cloud {
  const { foundation, network, data, orchestration } = parts;
  const { template, clock, callers, faults, counts, logs } = foundation;
  const { lambda, engine, machines, events } = orchestration;
  const client = network.clients.find(({ flows }) => flows.includes("code"));
  const address = { endpoint: network.gateway.url, region: template.region };
  return {
    ...addressesOf(network),
    clock,
    advance: (milliseconds) => clock.advance(milliseconds),
    settled: () => settle(foundation, orchestration),
    operator: { ...address, credentials: callers.operator },
    as: (functionName) => {
      const { name, roleArn } = lambda.find(functionName);
      return { ...address, credentials: callers.environment(name, roleArn, 0) };
    },
    mailbox: () => data.mailbox.list(),
    receiptRules: receiptRulesOf(template),
    users: network.users,
    siteClientId: client?.clientId ?? "",
    programs: network.clients.flatMap(({ name, clientId, secret, scopes }) =>
      secret === undefined ? [] : [{ name: name ?? clientId, clientId, secret, scope: scopes.join(" ") }],
    ),
    signIn: async (userId) => {
      if (!client) throw new Error("The template has no user pool client to sign in with");
      return signIn(network.issuer.url, client, userId);
    },
    faults,
    counts,
    logs: (functionName) => logs.read(functionName),
    functionNames: () => lambda.functions.map(({ name }) => name),
    functionRecord: (functionName) => lambda.record(functionName),
    invoke: (functionName, payload) => lambda.invoke(functionName, JSON.stringify(payload) ?? "null"),
    executions: (status) => listExecutions(engine, machines, status),
    definition: (executionArn) => definitionOf(engine, executionArn),
    history: (executionArn) => historyOf(engine, executionArn),
    alarmNames: () => template.namesOf("AWS::CloudWatch::Alarm"),
    messages: (queueName) => events.queues.messages(queueName),
    physicalName: (type, part) => template.nameOf(type, part),
    stop: () => stop(parts),
    kill: () => kill(parts),
  };
}

function addressesOf({ sites, console: consoleServer, gateway, issuer, smtp }: Network) {
  const urls = sites.map(({ api, server }) => `${server.url}/${api.stages[0]?.name ?? ""}`);
  const admin = sites.findIndex(({ api }) =>
    api.routes.some(({ resource }) => resource.startsWith("/admin")),
  );
  return {
    url: urls[0] ?? "",
    adminUrl: admin < 0 ? "" : `${urls[admin] ?? ""}/admin`,
    consoleUrl: consoleServer.url,
    gatewayUrl: gateway.url,
    issuerUrl: issuer.url,
    smtpPort: smtp.port,
    apis: Object.fromEntries(sites.map(({ api }, index) => [api.name, urls[index] ?? ""])),
  };
}

/** Waits a moment for work in progress, then closes everything. */
async function stop({ foundation, network, data, orchestration, usesFolder }: Parts): Promise<void> {
  foundation.clock.stop();
  await Promise.race([settle(foundation, orchestration), pause(GRACE_MS)]);
  if (usesFolder !== undefined) foundation.iam.writeUses(usesFolder);
  await network.close();
  await orchestration.lambda.close();
  await Promise.race([orchestration.engine.close(), pause(GRACE_MS)]);
  await data.ses.close();
  await data.database.stop();
  foundation.state.close();
}

async function kill({ foundation, network, data, orchestration, usesFolder }: Parts): Promise<void> {
  foundation.clock.stop();
  if (usesFolder !== undefined) foundation.iam.writeUses(usesFolder);
  data.database.kill();
  await Promise.all([orchestration.lambda.close(), network.close(), data.ses.close()]);
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref());
