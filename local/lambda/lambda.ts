import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Activity } from "../foundation/activity.ts";
import { AwsError } from "../foundation/aws-error.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Callers } from "../gateway/callers.ts";
import type { Counts } from "../gateway/counts.ts";
import type { Effect, Faults, Moment } from "../gateway/faults.ts";
import { dictionaryOf, parseJson } from "../foundation/json.ts";
import { ExecutionEnvironment } from "./environment.ts";
import { Environments, type MostRunning } from "./environments.ts";
import type { FunctionConfiguration } from "./functions.ts";
import type { Logs } from "./logs.ts";
import { failure, type Outcome } from "./protocol.ts";

/** Answer of an invocation: the payload as JSON, and the kind of error if the function failed. */
export type LambdaAnswer = { payload: string; functionError?: string };
export type FunctionRecord = { invocations: number; errors: number; throttles: number };

export type LambdaParts = {
  functions: FunctionConfiguration[];
  region: string;
  gatewayUrl: string;
  /** Certificates of servers elsewhere that functions trust beside the usual ones, as PEM. */
  trusted?: readonly string[];
  clock: Clock;
  /** Milliseconds between real and virtual time, shared with the environments. */
  offset: Float64Array;
  callers: Callers;
  counts: Counts;
  faults: Faults;
  logs: Logs;
  activity: Activity;
} & MostRunning;

const LARGEST_PAYLOAD = 6 * 1024 * 1024;

/** Lambda: runs each function's bundle in worker threads, one invocation at a time in each, kept warm for the next. */
export class Lambda {
  readonly #parts: LambdaParts;
  readonly #environments: Environments;
  readonly #records = new Map<string, FunctionRecord>();
  /** The current event of each environment. */
  readonly #events = new Map<number, string>();
  /** Environments that end because their function timed out. */
  readonly #outOfTime = new Set<number>();
  #number = 0;
  #closed = false;

  constructor(parts: LambdaParts) {
    this.#parts = parts;
    this.#environments = new Environments((configuration) => this.#start(configuration), parts);
    for (const { name, roleArn } of parts.functions) parts.callers.know(name, roleArn);
  }

  get functions(): readonly FunctionConfiguration[] {
    return this.#parts.functions;
  }

  record(functionName: string): FunctionRecord {
    const known = this.#records.get(functionName) ?? { invocations: 0, errors: 0, throttles: 0 };
    this.#records.set(functionName, known);
    return known;
  }

  /** The function of this name or ARN, with or without a version or alias. */
  find(nameOrArn: string): FunctionConfiguration {
    const name = nameOrArn.startsWith("arn:") ? nameOrArn.split(":")[6] : nameOrArn.split(":")[0];
    const found = this.#parts.functions.find((one) => one.name === name);
    if (found) return found;
    throw new AwsError("ResourceNotFoundException", `Function not found: ${nameOrArn}`, 404);
  }

  /** Invokes a function and waits for its answer. `payload` is the event as JSON. After `close` it never answers. */
  async invoke(nameOrArn: string, payload: string): Promise<LambdaAnswer> {
    const configuration = this.find(nameOrArn);
    if (Buffer.byteLength(payload) > LARGEST_PAYLOAD) throw tooLarge();
    const answer = await this.#parts.activity.during(() => this.#invoke(configuration, payload));
    if (answer.functionError !== undefined) this.record(configuration.name).errors++;
    return answer;
  }

  /** Ends one environment at once, as when its machine fails: its invocation fails. */
  async crash(functionName: string, number: number): Promise<void> {
    await this.#environments.find(functionName, number)?.terminate();
  }

  /** Ends one environment as after a timeout, without waiting for it. */
  async timeout(functionName: string, number: number): Promise<void> {
    this.#outOfTime.add(number);
    await this.crash(functionName, number);
  }

  /** The current event of an environment; empty when idle. */
  eventOf(number: number): string {
    return this.#events.get(number) ?? "";
  }

  /** Ends all environments; later invocations never answer. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#environments.close();
  }

  async #invoke(configuration: FunctionConfiguration, payload: string): Promise<LambdaAnswer> {
    if (this.#closed) return never();
    const fault = this.#strike(configuration, payload);
    const failed = await this.#fail(fault, "before", configuration);
    if (failed) return failed;
    const outcome = await this.#run(configuration, payload);
    return (await this.#fail(fault, "after", configuration)) ?? limited(outcome);
  }

  async #fail(
    fault: Effect | undefined,
    now: Moment,
    { timeout }: FunctionConfiguration,
  ): Promise<LambdaAnswer | undefined> {
    if (!fault) return undefined;
    if ("error" in fault && (fault.moment ?? "before") === now)
      throw new AwsError(fault.error, fault.message ?? `${fault.error} (injected)`, fault.status ?? 500);
    if ("reset" in fault && fault.reset === now) throw new AwsError("SdkClientException", "(injected)", 500);
    if ("latencyMs" in fault && now === "before") await delay(fault.latencyMs);
    if ("until" in fault && now === "before") await fault.until;
    if ("crash" in fault && fault.crash === now) return exited();
    return "timeout" in fault && fault.timeout === now ? timedOut(timeout) : undefined;
  }

  #strike({ name }: FunctionConfiguration, payload: string): Effect | undefined {
    this.record(name).invocations++;
    this.#parts.counts.invocation(name);
    const input = dictionaryOf(parseJson(payload === "" ? "{}" : payload));
    const occurrence = { service: "lambda", operation: "Invoke", caller: name, input, event: payload };
    return this.#parts.faults.strike(occurrence);
  }

  async #run(configuration: FunctionConfiguration, payload: string): Promise<Outcome> {
    const environment = await this.#environments.acquire(configuration).catch((error: unknown) => {
      this.record(configuration.name).throttles++;
      throw error;
    });
    const requestId = randomUUID();
    const context = contextOf(configuration, requestId);
    const { number } = environment;
    this.#events.set(number, payload);
    const outcome = await environment.invoke(
      { payload, context, timeoutMs: configuration.timeout * 1000 },
      requestId,
    );
    this.#events.delete(number);
    this.#environments.release(configuration, environment);
    if (this.#closed) return never();
    return this.#outOfTime.delete(number) ? timedOut(configuration.timeout) : outcome;
  }

  #start(configuration: FunctionConfiguration): ExecutionEnvironment {
    const { region, gatewayUrl, trusted = [], offset, callers, logs, clock } = this.#parts;
    const number = ++this.#number;
    const credentials = callers.environment(configuration.name, configuration.roleArn, number);
    const log = (text: string) => logs.write(configuration.name, text, clock.now());
    const parts = { configuration, number, credentials, region, gatewayUrl, trusted, offset, log };
    return new ExecutionEnvironment(parts);
  }
}

/** An invocation that was interrupted by the close has no outcome. */
const never = () => new Promise<never>(() => undefined);

const tooLarge = () =>
  new AwsError(
    "RequestTooLargeException",
    `Request must be smaller than ${LARGEST_PAYLOAD} bytes for the InvokeFunction operation`,
    413,
  );

const exited = (): LambdaAnswer =>
  failure("Runtime.ExitError", "Error: Runtime exited with error: signal: killed");

const timedOut = (seconds: number): Outcome =>
  failure("Sandbox.Timedout", `Error: Task timed out after ${seconds.toFixed(2)} seconds`);

function limited({ payload, functionError }: Outcome): LambdaAnswer {
  if (Buffer.byteLength(payload) <= LARGEST_PAYLOAD)
    return { payload, ...(functionError && { functionError }) };
  const message = `Response payload size exceeded maximum allowed payload size (${LARGEST_PAYLOAD} bytes).`;
  return failure("Function.ResponseSizeTooLarge", message);
}

const contextOf = ({ name, arn, memory }: FunctionConfiguration, awsRequestId: string) => ({
  awsRequestId,
  functionName: name,
  functionVersion: "$LATEST",
  invokedFunctionArn: arn,
  memoryLimitInMB: String(memory),
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: "local",
  callbackWaitsForEmptyEventLoop: false,
});
