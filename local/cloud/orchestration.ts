import type { CloudOptions } from "./cloud.ts";
import { Lambda } from "../lambda/lambda.ts";
import { functionsOf } from "../lambda/functions.ts";
import { MailEvents } from "../events/mail-events.ts";
import type { StepFunctions } from "../step-functions/engine.ts";
import { openEngine } from "./engine.ts";
import { type Events, startEvents, statusChangeEvent } from "./events.ts";
import type { Data } from "./data.ts";
import type { Foundation } from "./foundation.ts";
import type { Network } from "./network.ts";
import { type StateMachine, stateMachinesOf } from "./state-machines.ts";

export type Orchestration = {
  lambda: Lambda;
  engine: StepFunctions;
  machines: StateMachine[];
  events: Events;
};

/** Starts functions, events and Step Functions, which trigger each other. */
export function startOrchestration(
  foundation: Foundation,
  { gateway, rewrite }: Network,
  { mailbox, suppressions, ses }: Data,
  {
    coalesce,
    mostRunning,
    mostOfOne,
    trusted,
    deliveries,
  }: Pick<CloudOptions, "coalesce" | "mostRunning" | "mostOfOne" | "deliveries" | "trusted">,
): Orchestration {
  const { template, state, activity } = foundation;
  const functions = functionsOf(template, state).map((configuration) => ({
    ...configuration,
    environment: Object.fromEntries(
      Object.entries(configuration.environment).map(([name, value]) => [name, rewrite(value)]),
    ),
  }));
  const lambda = new Lambda({
    ...foundation,
    mostRunning,
    mostOfOne,
    trusted,
    functions,
    region: template.region,
    gatewayUrl: gateway.url,
  });
  const startExecution = async (stateMachineArn: string, input: unknown) => {
    const answer = await engine.handle("StartExecution", { stateMachineArn, input: JSON.stringify(input) });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  };
  const events = startEvents(foundation, { lambda, mailbox }, startExecution, coalesce);
  const mailEvents = new MailEvents(template, {
    deliveries,
    isSuppressed: (address) => suppressions.has(address),
  });
  ses.onAccepted = (mail, id) => void activity.during(() => mailEvents.tell(mail, id, events.bus));
  const machines = stateMachinesOf(template);
  const engine = openEngine(foundation, lambda, (change) => {
    void activity.during(() => events.bus.put(statusChangeEvent(change)));
  });
  return { lambda, engine, machines, events };
}

/** Resolves when no function, execution or event is in progress. */
export async function settle({ activity }: Foundation, { engine }: Orchestration): Promise<void> {
  let before: number;
  do {
    before = activity.started;
    await engine.settled();
    await activity.idle();
    await engine.settled();
  } while (activity.started !== before);
}
