import { SFNClient } from "@aws-sdk/client-sfn";
import * as z from "zod";
import type { LambdaHandler } from "../../functions/executions/state-handlers.ts";
import { deployStateMachines } from "../../local/cloud/state-machines.ts";
import { describeError } from "../../local/lambda/protocol.ts";
import { type LambdaAnswer, StepFunctions } from "../../local/step-functions/engine.ts";
import { MemoryStore } from "../../local/step-functions/store/memory-store.ts";
import type { StateName } from "../../statemachine/contract.ts";
import { ACCOUNT, MACHINES, REGION, stateOfFunction } from "./machines.ts";
import type { StillClock } from "./still-clock.ts";

/** With more calls than this between two acts, the workflow loops endlessly. */
const MOST_CALLS = 300;
/** Number and interval of EventBridge's attempts to park, in milliseconds (infra/constructs/parking.ts). */
const PARKING_TRIES = 3;
const PARKING_AGAIN = 60_000;
const ENDED_BADLY = ["FAILED", "TIMED_OUT", "ABORTED"];

export type Call = { state: StateName; payload: string };
const Refusal = z.object({ __type: z.string(), message: z.string().optional() });
const Executions = z.object({
  executions: z.array(z.object({ executionArn: z.string(), name: z.string(), status: z.string() })),
});
const History = z.object({ events: z.array(z.looseObject({ type: z.string() })) });

/** The synthesized state machines in the local Step Functions, with the acts of this process behind their states. */
export class Engine {
  readonly #engine: StepFunctions;
  readonly #clock: StillClock;
  readonly #handlers: () => Record<StateName, LambdaHandler>;
  readonly #store: MemoryStore;
  /** All calls so far. */
  readonly calls: Call[];
  /** Errors of functions, by name and code. */
  readonly errors: { state: StateName; name: string; message: string }[];
  #callsSinceSettled = 0;
  #transitionsWhenSettled = 0;
  /** Whether the last call failed: Step Functions retries it. */
  hasJustFailed = false;
  /** Maximum number of transitions between two acts. */
  mostTransitions = 0;
  #parkings: Promise<void>[] = [];

  /** `from`: continues its executions; it has settled. */
  constructor(clock: StillClock, handlers: () => Record<StateName, LambdaHandler>, from?: Engine) {
    this.#clock = clock;
    this.#handlers = handlers;
    this.#store = from ? from.#store.copy() : new MemoryStore();
    this.calls = [...(from?.calls ?? [])];
    this.errors = [...(from?.errors ?? [])];
    this.#engine = StepFunctions.open({
      ...{ clock, file: this.#store, region: REGION, account: ACCOUNT },
      invokeLambda: ({ functionName, payload }) =>
        this.invoke({ state: stateOfFunction(functionName), payload }),
      onStatusChange: ({ name, status }) => {
        if (ENDED_BADLY.includes(status)) this.#parkings.push(this.#park(name, status));
      },
    });
    clock.settled = () => this.settled();
  }

  deploy(): Promise<void> {
    return deployStateMachines(MACHINES, this.#engine);
  }

  /** The SDK's client, connected to the engine. */
  client(): SFNClient {
    const client = new SFNClient({ region: REGION });
    client.middlewareStack.add(
      (_next, context) => async (call) => ({
        response: {},
        output: await this.operate(String(context.commandName).replace(/Command$/, ""), call.input),
      }),
      { step: "initialize", priority: "high", name: "engine" },
    );
    return client;
  }

  /** One API call; throws a refusal under its name. */
  async operate(operation: string, input: unknown): Promise<{ $metadata: object }> {
    const { status, body } = await this.#engine.handle(operation, input);
    if (status === 200) return { $metadata: {}, ...z.record(z.string(), z.unknown()).parse(body) };
    const { __type, message } = Refusal.parse(body);
    throw Object.assign(new Error(message), { name: __type });
  }

  /** Runs a function as Lambda does: input and output are text, and an error has a name. */
  async invoke(call: Call): Promise<LambdaAnswer> {
    this.calls.push(call);
    if (++this.#callsSinceSettled > MOST_CALLS) throw new Error("the workflow runs in circles");
    try {
      this.hasJustFailed = false;
      const result = await this.#handlers()[call.state](JSON.parse(call.payload));
      return { payload: JSON.stringify(result) ?? "null" };
    } catch (error) {
      this.hasJustFailed = true;
      const described = describeError(error);
      this.errors.push({ state: call.state, name: described.errorType, message: described.errorMessage });
      return { payload: JSON.stringify(described), functionError: "Unhandled" };
    }
  }

  /** The rule on the status of executions: parks the dossier, with retries. */
  async #park(executionName: string, status: string, tries = PARKING_TRIES): Promise<void> {
    const { functionError } = await this.invoke({
      state: "ParkDossier",
      payload: JSON.stringify({ executionName, status }),
    });
    if (functionError !== undefined && tries > 1)
      this.#clock.at(this.#clock.now() + PARKING_AGAIN, () => this.#park(executionName, status, tries - 1));
  }

  /** Resolves when no work is in progress. */
  async settled(): Promise<void> {
    do {
      await Promise.all(this.#parkings.splice(0));
      await this.#engine.settled();
    } while (this.#parkings.length > 0);
    this.#callsSinceSettled = 0;
    const transitions = this.#engine.transitions();
    this.mostTransitions = Math.max(this.mostTransitions, transitions - this.#transitionsWhenSettled);
    this.#transitionsWhenSettled = transitions;
  }

  /** Whether an execution waits for this token. */
  async waitsFor(taskToken: string): Promise<boolean> {
    return (await this.#engine.handle("SendTaskHeartbeat", { taskToken })).status === 200;
  }

  async executions(): Promise<{ executionArn: string; name: string; status: string }[]> {
    const all = [];
    for (const { arn } of MACHINES) {
      const answer = await this.operate("ListExecutions", { stateMachineArn: arn, maxResults: 1000 });
      all.push(...Executions.parse(answer).executions);
    }
    return all;
  }

  /** All data of Step Functions about an execution: its input, its history and its output. */
  async everythingOf(executionArn: string): Promise<string> {
    const described = await this.operate("DescribeExecution", { executionArn });
    const history = await this.operate("GetExecutionHistory", { executionArn, maxResults: 1000 });
    return JSON.stringify([described, History.parse(history).events]);
  }

  async close(): Promise<void> {
    await this.#engine.close();
    this.#clock.stop();
  }
}
