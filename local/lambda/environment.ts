import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Credentials } from "../gateway/callers.ts";
import { type FunctionConfiguration, handlerOf } from "./functions.ts";
import { failure, type FromWorker, type Invocation, type Outcome, type WorkerData } from "./protocol.ts";

/** Lambda limits the loading of code to ten seconds, apart from the function's own timeout. */
const INIT_MS = 10_000;

export type EnvironmentParts = {
  configuration: FunctionConfiguration;
  /** Distinguishes the environments of a function; part of the access key. */
  number: number;
  credentials: Credentials;
  region: string;
  gatewayUrl: string;
  trusted: readonly string[];
  offset: Float64Array;
  log(text: string): void;
};

/** One execution environment: a worker thread that handles one invocation at a time. */
export class ExecutionEnvironment {
  readonly number: number;
  readonly #configuration: FunctionConfiguration;
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  readonly #ready = Promise.withResolvers<void>();
  #finish: ((outcome: Outcome) => void) | undefined;
  readonly #code: { file: string; changed: number };
  #alive = true;

  constructor(parts: EnvironmentParts) {
    this.number = parts.number;
    this.#configuration = parts.configuration;
    const { file, exportPath } = handlerOf(parts.configuration);
    this.#code = { file, changed: changeOf(file) };
    this.#worker = start(parts, {
      ...{ file, exportPath },
      ...{ offset: parts.offset, trusted: parts.trusted },
    });
    this.#worker.on("message", (message: FromWorker) => {
      if (message.kind === "log") parts.log(message.text);
      else if (message.kind === "ready") this.#ready.resolve();
      else this.#end(message);
    });
    this.#worker.on("error", (error: Error) => this.#end(failure(error.name, error.message)));
    this.#ended = new Promise((resolve) => {
      this.#worker.once("exit", (code) => {
        this.#alive = false;
        this.#ready.resolve();
        this.#end(failure("Runtime.ExitError", `Error: Runtime exited with error: exit status ${code}`));
        resolve();
      });
    });
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Whether it can take another invocation: it is alive, and its code is current. */
  get isCurrent(): boolean {
    return this.#alive && changeOf(this.#code.file) === this.#code.changed;
  }

  /** Runs one invocation; after the function's timeout the environment is ended. */
  async invoke(invocation: Invocation, requestId: string): Promise<Outcome> {
    const answer = new Promise<Outcome>((resolve) => (this.#finish = resolve));
    const { timeout } = this.#configuration;
    await Promise.race([this.#ready.promise, delay(INIT_MS, undefined, { ref: false })]);
    const timer = setTimeout(() => {
      const message = `RequestId: ${requestId} Error: Task timed out after ${timeout.toFixed(2)} seconds`;
      this.#end(failure("Sandbox.Timedout", message));
      void this.terminate();
    }, timeout * 1000);
    this.#worker.postMessage(invocation);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  }

  async terminate(): Promise<void> {
    this.#alive = false;
    await this.#worker.terminate();
    await this.#ended;
  }

  #end(outcome: Outcome): void {
    const finish = this.#finish;
    this.#finish = undefined;
    finish?.(outcome);
  }
}

/** Last modification of a file; 0 while it does not exist. */
const changeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function start(
  { configuration, credentials, region, gatewayUrl }: EnvironmentParts,
  workerData: WorkerData,
): Worker {
  return new Worker(new URL("worker.ts", import.meta.url), {
    env: {
      ...configuration.environment,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
      AWS_ENDPOINT_URL: gatewayUrl,
      AWS_EXECUTION_ENV: `AWS_Lambda_${configuration.runtime}`,
      AWS_LAMBDA_FUNCTION_NAME: configuration.name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(configuration.memory),
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${configuration.name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: "local",
      AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
      LAMBDA_TASK_ROOT: configuration.codeFolder,
      _HANDLER: configuration.handler,
      // Compiled code is cached beside the assembly, for later environments and local clouds.
      NODE_COMPILE_CACHE: join(configuration.codeFolder, "..", ".compile-cache"),
      LANG: "en_US.UTF-8",
      TZ: ":UTC",
    },
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: configuration.memory },
  });
}
