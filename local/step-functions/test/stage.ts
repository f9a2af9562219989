import { onTestFinished } from "vitest";
import { VirtualClock } from "../../foundation/clock.ts";
import { StepFunctions, type LambdaAnswer, type StepFunctionsOptions } from "../engine.ts";
import { isJsonObject, parseJson, type Json } from "../values/json.ts";

export const REGION = "eu-west-1";
export const ACCOUNT = "123456789012";
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/state-machine`;
export const lambdaArn = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;

type Fields = { [field: string]: unknown };
export type Functions = { [name: string]: (event: Json) => unknown };
type Options = Partial<StepFunctionsOptions> & { functions?: Functions; clock?: VirtualClock };

/** A function error in Lambda's format. */
export class FunctionError extends Error {
  constructor(name: string, message = "") {
    super(message);
    this.name = name;
  }
}

/** The engine with functions and a clock for one test; closed at the end of the test. */
export class Stage {
  readonly clock: VirtualClock;
  readonly engine: StepFunctions;
  readonly calls: { name: string; event: Json }[] = [];
  readonly #functions: Functions;

  constructor({ functions = {}, clock = new VirtualClock(), ...options }: Options = {}) {
    this.clock = clock;
    this.#functions = functions;
    this.engine = StepFunctions.open({
      ...{ clock, file: ":memory:", region: REGION, account: ACCOUNT },
      invokeLambda: ({ functionName, payload }) => this.#invoke(functionName, payload),
      ...options,
    });
    clock.settled = () => this.engine.settled();
    onTestFinished(() => this.close());
  }

  #closed = false;
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.clock.stop();
    await this.engine.close();
  }

  async #invoke(functionName: string, payload: string): Promise<LambdaAnswer> {
    const name = functionName.replace(/^arn:.*:function:/, "");
    const run = this.#functions[name];
    if (!run)
      throw Object.assign(new Error(`Function not found: ${name}`), {
        name: "Lambda.ResourceNotFoundException",
      });
    const event = parseJson(payload);
    this.calls.push({ name, event });
    try {
      return { payload: JSON.stringify((await run(event)) ?? null) };
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      const { name: errorType, message: errorMessage } = error;
      return { payload: JSON.stringify({ errorType, errorMessage, trace: [] }), functionError: "Unhandled" };
    }
  }

  async call(operation: string, input: object): Promise<Fields> {
    const { status, body } = await this.engine.handle(operation, input);
    if (status !== 200 || !isJsonObject(body)) throw new Error(`${operation}: ${JSON.stringify(body)}`);
    return body;
  }

  /** The body of a refused call. */
  async refused(operation: string, input: object): Promise<Fields> {
    const { status, body } = await this.engine.handle(operation, input);
    if (status !== 400 || !isJsonObject(body))
      throw new Error(`${operation} was not refused: ${JSON.stringify(body)}`);
    return body;
  }

  /** Creates a state machine with these states, starting at the first; returns its ARN. */
  async machine(
    states: { [name: string]: object },
    more: { name?: string; type?: string; TimeoutSeconds?: number } = {},
  ) {
    const { name = "machine", type = "STANDARD", ...top } = more;
    const definition = JSON.stringify(definitionOf(states, top));
    const { stateMachineArn } = await this.call("CreateStateMachine", {
      name,
      definition,
      roleArn: ROLE,
      type,
    });
    return String(stateMachineArn);
  }

  async start(stateMachineArn: string, input: Json = {}, name?: string): Promise<string> {
    const text = JSON.stringify(input);
    const { executionArn } = await this.call("StartExecution", { stateMachineArn, input: text, name });
    await this.engine.settled();
    return String(executionArn);
  }

  describe(executionArn: string): Promise<Fields> {
    return this.call("DescribeExecution", { executionArn });
  }

  async output(executionArn: string): Promise<Json> {
    const { status, output, error, cause } = await this.describe(executionArn);
    if (typeof output !== "string") throw new Error(`${String(status)} ${String(error)}: ${String(cause)}`);
    return parseJson(output);
  }

  /** Runs one state machine to its end; returns the description of its execution. */
  async run(states: { [name: string]: object }, input: Json = {}): Promise<Fields> {
    return this.describe(await this.start(await this.machine(states), input));
  }

  async events(executionArn: string): Promise<Fields[]> {
    const { events } = await this.call("GetExecutionHistory", { executionArn, maxResults: 1000 });
    return Array.isArray(events) ? events.filter(isJsonObject) : [];
  }

  async types(executionArn: string): Promise<unknown[]> {
    return (await this.events(executionArn)).map(({ type }) => type);
  }
}

export const definitionOf = (states: { [name: string]: object }, top: object = {}) => ({
  QueryLanguage: "JSONata",
  StartAt: Object.keys(states)[0],
  States: states,
  ...top,
});

/** A Task that invokes a function with the state's input as payload. */
export const invoke = (FunctionName: string, more: object = { End: true }) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName, Payload: "{% $states.input %}" },
  Output: "{% $states.result.Payload %}",
  ...more,
});

/** A Task that passes its token to a function. */
export const waitForToken = (FunctionName: string, more: object = { End: true }) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: { FunctionName, Payload: { token: "{% $states.context.Task.Token %}" } },
  ...more,
});

/** The token in the payload of a call. */
export function tokenOf(event: Json | undefined): string {
  const token = isJsonObject(event) ? event.token : undefined;
  if (typeof token !== "string") throw new Error("No token");
  return token;
}
