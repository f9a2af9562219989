import { VirtualClock } from "../../foundation/clock.ts";
import { StepFunctions, type LambdaAnswer } from "../engine.ts";
import { isJsonObject, parseJson, type Json } from "../values/json.ts";
import { definitionOf, nameOf, substitute, type Case, type WorkerStep } from "./cases.ts";
import { dataOf, differences, eventDifferences } from "./compare.ts";

const REGION = "eu-west-1";
const ACCOUNT = "123456789012";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/state-machine`;
/** Maximum duration of a case on the clock, in milliseconds. */
const LONGEST = 3_600_000;

const failure = (errorType: string, errorMessage: string): LambdaAnswer => ({
  payload: JSON.stringify({ errorMessage, errorType, requestId: "1", stackTrace: [] }),
  functionError: "Unhandled",
});

/** A value in Python's notation. */
function python(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (!isJsonObject(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `'${key}': ${python(item)}`)
    .join(", ")}}`;
}

/** A service with the functions of one case, and a clock that moves at once. */
class Stage {
  readonly clock = new VirtualClock();
  readonly service: StepFunctions;
  readonly #case: Case;

  constructor(recorded: Case) {
    this.#case = recorded;
    this.clock.settled = () => new Promise((resolve) => setImmediate(resolve));
    this.service = StepFunctions.open({
      ...{ clock: this.clock, file: ":memory:", region: REGION, account: ACCOUNT },
      invokeLambda: ({ functionName, payload }) => this.#invoke(functionName, payload),
    });
  }

  async call(operation: string, input: object): Promise<{ [field: string]: unknown }> {
    const { status, body } = await this.service.handle(operation, input);
    if (!isJsonObject(body)) throw new Error(`${operation} answered ${JSON.stringify(body)}`);
    if (status !== 200) throw new Error(`${operation}: ${JSON.stringify(body)}`);
    return body;
  }

  async #invoke(functionName: string, payload: string): Promise<LambdaAnswer> {
    const name = functionName.replace(/^arn:.*:function:/, "");
    const [, behaviour] = Object.entries(this.#case.functions).find(([key]) => nameOf(key) === name) ?? [];
    const event = parseJson(payload);
    switch (behaviour ?? "none") {
      case "id":
        return { payload };
      case "hello_world":
        return { payload: JSON.stringify({ Return: "HelloWorld" }) };
      case "raise_exception":
        return failure("Exception", "Some exception was raised.");
      case "raise_custom_exception":
        return failure("CustomException", "");
      case "large_output":
        return { payload: JSON.stringify("a".repeat(257 * 1024)) };
      case "bytes_str":
        return { payload: JSON.stringify("HelloWorld!") };
      case "decorated_input":
        return { payload: JSON.stringify(`input-event-${python(event)}`) };
      case "sleep_60":
        await new Promise<void>((resolve) => this.clock.at(this.clock.now() + 60_000, resolve));
        return { payload: "null" };
      case "callback_worker":
        void this.#work(event);
        return { payload: "null" };
      default: {
        const error = new Error(
          `Function not found: arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}:$LATEST`,
        );
        error.name = "Lambda.ResourceNotFoundException";
        throw error;
      }
    }
  }

  /** Simulates the external worker that uses the token of a payload. */
  async #work(event: Json): Promise<void> {
    const taskToken = isJsonObject(event) ? event.TaskToken : undefined;
    if (typeof taskToken !== "string") return;
    for (const step of this.#case.callback?.each_token ?? []) await this.#step(step, taskToken, event);
  }

  async #step(step: WorkerStep, taskToken: string, event: Json): Promise<void> {
    if (step.do === "Wait") {
      await new Promise<void>((resolve) => this.clock.at(this.clock.now() + step.seconds * 1000, resolve));
    } else if (step.do === "SendTaskSuccess") {
      await this.call(step.do, { taskToken, output: outputOf(step.output, event) });
    } else {
      const { do: operation, ...fields } = step;
      await this.call(operation, { taskToken, ...fields });
    }
  }

  async close(): Promise<void> {
    await this.service.close();
    this.clock.stop();
  }
}

function outputOf(output: string | { from_payload: string | null }, event: Json): string {
  if (typeof output === "string") return output;
  const { from_payload: key } = output;
  return JSON.stringify(key === null ? event : isJsonObject(event) ? event[key] : undefined);
}

/** Runs a case and returns its differences from the recording: only in causes, or in more. */
export async function runCase(recorded: Case): Promise<{ differences: string[]; causes: string[] }> {
  const stage = new Stage(recorded);
  try {
    const placeholders = placeholdersOf(recorded);
    for (const [placeholder, machine] of Object.entries(recorded.machines ?? {})) {
      const definition = JSON.stringify(substitute(definitionOf(machine), placeholders));
      await stage.call("CreateStateMachine", {
        name: nameOf(placeholder),
        definition,
        roleArn: ROLE,
      });
    }
    const definition = JSON.stringify(substitute(definitionOf(recorded), placeholders));
    const created = await stage.call("CreateStateMachine", { name: "case", definition, roleArn: ROLE });
    const input = JSON.stringify(substitute(recorded.input, placeholders));
    const start = { stateMachineArn: created.stateMachineArn, name: "execution", input };
    const { ended, events } = await runToEnd(stage, start);
    return judge(substitute(recorded, placeholders), ended, events);
  } finally {
    await stage.close();
  }
}

function placeholdersOf({ functions, machines }: Case): { [placeholder: string]: string } {
  const arn = (service: string, kind: string, name: string) =>
    `arn:aws:${service}:${REGION}:${ACCOUNT}:${kind}:${name}`;
  const all: { [placeholder: string]: string } = {};
  for (const key of Object.keys(functions)) {
    all[key] = arn("lambda", "function", nameOf(key));
    all[key.replace(/__$/, "_NAME__")] = nameOf(key);
  }
  for (const key of Object.keys(machines ?? {})) all[key] = arn("states", "stateMachine", nameOf(key));
  return all;
}

type Ended = { ended: { [field: string]: unknown }; events: { [field: string]: unknown }[] };

async function runToEnd(stage: Stage, start: object): Promise<Ended> {
  const { executionArn } = await stage.call("StartExecution", start);
  await stage.clock.advance(LONGEST);
  const ended = await stage.call("DescribeExecution", { executionArn });
  const { events } = await stage.call("GetExecutionHistory", { executionArn, maxResults: 1000 });
  return { ended, events: Array.isArray(events) ? events.filter(isJsonObject) : [] };
}

function judge(recorded: Case, ended: Ended["ended"], events: Ended["events"]) {
  const { status, output, error, cause } = recorded.expected;
  const data = ended.output === undefined ? undefined : dataOf(ended.output, output);
  const all = [
    ...differences(status, ended.status, "status"),
    ...(output === undefined ? [] : differences(output, data, "output")),
    ...(error === undefined ? [] : differences(error, ended.error, "error")),
    ...(cause === undefined ? [] : differences(cause, ended.cause, "cause")),
    ...eventDifferences(recorded, events),
  ];
  const isCause = (difference: string) => /^(cause|event \d+ \w+\.cause)\b/.test(difference);
  return { differences: all.filter((one) => !isCause(one)), causes: all.filter(isCause) };
}
