import { OPERATIONS } from "./api/operations.ts";
import { ApiError } from "./values/failures.ts";
import type { StepFunctionsOptions } from "./service/options.ts";
import { Service } from "./service/service.ts";
import { readToken } from "./values/tokens.ts";

export type { LambdaAnswer } from "./integrations/lambda.ts";
export type { StepFunctionsOptions } from "./service/options.ts";

/** AWS Step Functions on this machine: state machines in Amazon States Language with JSONata, kept in SQLite. */
export class StepFunctions {
  readonly #service: Service;

  private constructor(service: Service) {
    this.#service = service;
  }

  /** Opens the store and resumes every running execution in it. */
  static open(options: StepFunctionsOptions): StepFunctions {
    const service = new Service(options);
    void service.activity.during(() => service.executions.resume());
    return new StepFunctions(service);
  }

  /** Performs one API call by name, such as "StartExecution". An error has status 400 with `{ __type, message }`. */
  async handle(operation: string, input: unknown): Promise<{ status: number; body: unknown }> {
    try {
      const run = OPERATIONS.get(operation);
      if (!run) throw new ApiError("UnknownOperationException", `Unknown operation: ${operation}`);
      return { status: 200, body: await run(this.#service, input) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { status: 400, body: { __type: error.type, message: error.message } };
    }
  }

  /** The state machine of the running execution that a task token belongs to. */
  machineOf(token: string): string | undefined {
    const address = readToken(token);
    return address && this.#service.executions.runOf(address.sequence)?.record.machineArn;
  }

  /** Number of state transitions, the unit in which AWS bills. */
  transitions(): number {
    return this.#service.transitions;
  }

  /** Resolves when no execution can continue without a timer, a token or an external event. */
  settled(): Promise<void> {
    return this.#service.activity.idle();
  }

  close(): Promise<void> {
    return this.#service.close();
  }
}
