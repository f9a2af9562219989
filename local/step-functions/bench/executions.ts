import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { VirtualClock } from "../../foundation/clock.ts";
import { StepFunctions } from "../engine.ts";
import { isJsonObject, parseJson } from "../values/json.ts";
import { JSONATA, JSONPATH } from "./machines.ts";

/**
 * Measures the local Step Functions against the npm package aws-local-stepfunctions, in one run: executions per second
 * of the same state machine (a chain of five functions, two choices, and a map of eight items with a function each). It
 * is written in JSONata for this engine and in JSONPath for the package, because each supports only that language.
 * Their outputs must be equal.
 *
 * Both call the same handlers in this process. This engine passes JSON text, as Lambda does, and stores every history;
 * the package passes objects and stores nothing. The contenders alternate within each round; a first, longer round
 * warms them up and is not counted. CPU time per execution depends less on the load of the machine.
 *
 * `node local/step-functions/bench/executions.ts [--executions 300] [--rounds 9] [--other <folder with the package> |
 * --install]`
 */

const OTHER = "aws-local-stepfunctions";
const { values } = parseArgs({
  options: {
    executions: { type: "string", default: "300" },
    rounds: { type: "string", default: "9" },
    other: { type: "string" },
    install: { type: "boolean", default: false },
  },
});
const executions = Number(values.executions);
const rounds = Number(values.rounds);
const input = { order: 7, items: [1, 2, 3, 4, 5, 6, 7, 8] };

type Contender = { name: string; run: () => Promise<unknown>; close: () => Promise<void> };

/** The functions of both state machines return their input. */
const answer = (payload: unknown) => Promise.resolve(payload);

async function ours(file: string): Promise<Contender> {
  const clock = new VirtualClock();
  const ended = new Map<string, (output: string | null) => void>();
  const engine = StepFunctions.open({
    ...{ clock, file, region: "eu-west-1", account: "000000000000" },
    invokeLambda: async ({ payload }) => ({ payload: JSON.stringify(await answer(JSON.parse(payload))) }),
    onStatusChange: ({ name, status, output }) => void (status === "RUNNING" || ended.get(name)?.(output)),
  });
  const roleArn = "arn:aws:iam::000000000000:role/bench";
  const definition = JSON.stringify(JSONATA);
  const { body } = await engine.handle("CreateStateMachine", { name: "bench", definition, roleArn });
  const stateMachineArn = isJsonObject(body) ? body.stateMachineArn : undefined;
  if (stateMachineArn === undefined) throw new Error(JSON.stringify(body));
  let count = 0;
  const run = async () => {
    const name = `run-${count++}`;
    const output = new Promise<string | null>((resolve) => ended.set(name, resolve));
    await engine.handle("StartExecution", { stateMachineArn, name, input: JSON.stringify(input) });
    const text = await output;
    ended.delete(name);
    return parseJson(text ?? "null");
  };
  const close = () => engine.close().then(() => clock.stop());
  return { name: file === ":memory:" ? "this engine, in memory" : "this engine, on disk", run, close };
}

type Machine = { run(input: unknown, options: object): { result: Promise<unknown> } };
type Package = { StateMachine: new (definition: object, options: object) => Machine };

function other(folder: string): Contender {
  const load: (name: string) => Package = createRequire(join(folder, "package.json"));
  const machine = new (load(OTHER).StateMachine)(JSONPATH, {});
  const names = ["First", "Second", "Third", "Fourth", "Fifth", "Work", "Large", "Small"];
  const taskResourceLocalHandlers = Object.fromEntries(names.map((name) => [name, answer]));
  const run = () => machine.run(input, { overrides: { taskResourceLocalHandlers } }).result;
  return { name: OTHER, run, close: () => Promise.resolve() };
}

/** `rate`: executions per second. `cpu`: milliseconds of CPU time per execution. */
type Figures = { rate: number; cpu: number };

async function measure({ run }: Contender, together: number, count = executions): Promise<Figures> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let done = 0; done < count; done += together) {
    await Promise.all(Array.from({ length: together }, run));
  }
  const { user, system } = process.cpuUsage(cpu);
  return { rate: (count * 1000) / (performance.now() - start), cpu: (user + system) / 1000 / count };
}

function folderOfOther(): string | undefined {
  if (values.other !== undefined) return values.other;
  if (!values.install) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "step-functions-bench-"));
  execFileSync("npm", ["install", "--prefix", folder, "--no-save", OTHER], { stdio: "inherit" });
  return folder;
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const folder = folderOfOther();
if (folder === undefined) {
  console.log(
    `Without ${OTHER} to compare with. To compare: node local/step-functions/bench/executions.ts --install`,
  );
  console.log(`(or: npm install --prefix <folder> --no-save ${OTHER}, and --other <folder>)\n`);
}
const disk = join(mkdtempSync(join(tmpdir(), "step-functions-bench-")), "state.sqlite");
const contenders = [
  await ours(":memory:"),
  await ours(disk),
  ...(folder === undefined ? [] : [other(folder)]),
];

const outputs = await Promise.all(contenders.map(async ({ run }) => JSON.stringify(await run())));
if (new Set(outputs).size !== 1) throw new Error(`The outputs differ: ${outputs.join("\n")}`);
console.log(`Load of the machine at the start: ${loadavg()[0]?.toFixed(1)}\n`);
for (const contender of contenders) await measure(contender, 10, 2 * executions);
for (const together of [1, 10]) report(together, await takeTurns(together));
for (const { close } of contenders) await close();

/** The figures of each contender, per round. */
async function takeTurns(together: number): Promise<Figures[][]> {
  const figures = contenders.map((): Figures[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      figures[index]?.push(await measure(contender, together));
    }
  }
  return figures;
}

function report(together: number, figures: Figures[][]): void {
  const rates = figures.map((of) => median(of.map(({ rate }) => rate)));
  const last = rates.at(-1) ?? 0;
  console.log(`${executions} executions, ${together} at once, median of ${rounds} rounds:`);
  for (const [index, { name }] of contenders.entries()) {
    const rate = rates[index] ?? 0;
    const cpu = median((figures[index] ?? []).map(({ cpu: time }) => time));
    const ratio = folder === undefined ? "" : `  ${(rate / last).toFixed(2)} x`;
    console.log(`  ${name.padEnd(24)} ${rate.toFixed(0).padStart(6)}/s  ${cpu.toFixed(2)} ms CPU${ratio}`);
  }
}
