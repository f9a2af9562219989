import { availableParallelism } from "node:os";
import { AwsError } from "../foundation/aws-error.ts";
import type { ExecutionEnvironment } from "./environment.ts";
import type { FunctionConfiguration } from "./functions.ts";

/**
 * Number of warm environments over all functions. The stack has 37 functions, so each keeps one and busy ones keep
 * more. Starting a new environment costs a fifth of a second of CPU time; one takes about 25 MB.
 */
const MOST_IDLE = 64;
/** Default maximum of concurrent environments; further invocations wait. */
const MOST_RUNNING = Math.max(4, 2 * availableParallelism());

export type MostRunning = {
  /** Maximum number of concurrent invocations; others wait. */
  mostRunning?: number;
  /** Maximum number of concurrent invocations of one function; others wait for an environment that runs. */
  mostOfOne?: number;
};

/** The execution environments of all functions, running or warm. */
export class Environments {
  readonly #start: (configuration: FunctionConfiguration) => ExecutionEnvironment;
  readonly #idle = new Map<string, ExecutionEnvironment[]>();
  readonly #running = new Map<string, Set<ExecutionEnvironment>>();
  readonly #waiting: (() => void)[] = [];
  readonly #mostRunning: number;
  readonly #mostOfOne: number;
  #busy = 0;
  #closed = false;

  constructor(
    start: (configuration: FunctionConfiguration) => ExecutionEnvironment,
    { mostRunning = MOST_RUNNING, mostOfOne = Infinity }: MostRunning = {},
  ) {
    this.#start = start;
    this.#mostRunning = mostRunning;
    this.#mostOfOne = mostOfOne;
  }

  /** An environment for one invocation. A function whose reserved concurrency is in use is throttled. */
  async acquire(configuration: FunctionConfiguration): Promise<ExecutionEnvironment> {
    const { name, reservedConcurrency } = configuration;
    const running = this.#running.get(name) ?? new Set();
    this.#running.set(name, running);
    if (reservedConcurrency !== undefined && running.size >= reservedConcurrency)
      throw new AwsError("TooManyRequestsException", "Rate Exceeded.", 429);
    while (this.#busy >= this.#mostRunning || running.size >= this.#mostOfOne)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const idle = this.#idle.get(name) ?? [];
    const warm = idle.filter((environment) => environment.isCurrent);
    for (const one of idle) if (!warm.includes(one)) void one.terminate();
    const environment = warm.pop() ?? this.#start(configuration);
    this.#idle.set(name, warm);
    this.#busy++;
    running.add(environment);
    return environment;
  }

  /** Keeps an environment warm, and ends the least recently used one when there are too many. */
  release({ name }: FunctionConfiguration, environment: ExecutionEnvironment): void {
    this.#running.get(name)?.delete(environment);
    this.#busy--;
    for (const lookAgain of this.#waiting.splice(0)) lookAgain();
    if (!environment.alive || this.#closed) return;
    const idle = this.#idle.get(name) ?? [];
    // A map iterates in insertion order.
    this.#idle.delete(name);
    this.#idle.set(name, [...idle, environment]);
    const count = [...this.#idle.values()].reduce((sum, environments) => sum + environments.length, 0);
    const oldest = [...this.#idle.values()].find((environments) => environments.length > 0);
    if (count > MOST_IDLE) void oldest?.shift()?.terminate();
  }

  /** The running environment of this number. */
  find(functionName: string, number: number): ExecutionEnvironment | undefined {
    return [...(this.#running.get(functionName) ?? [])].find((one) => one.number === number);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const all = [...this.#idle.values(), ...this.#running.values()].flatMap((environments) => [
      ...environments,
    ]);
    await Promise.all(all.map((environment) => environment.terminate()));
  }
}
