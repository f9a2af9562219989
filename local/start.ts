/** `npm start`: runs the onboarding on this machine, with its state in `.local/`. Ctrl-C ends it. */
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createApp } from "../infra/app.ts";
import { misused, readCount, readOptions } from "../infra/command-line.ts";
import { type Cloud, startCloud } from "./cloud.ts";
import { freePortsFrom, PORTS_IN_A_ROW } from "./cloud/ports.ts";
import { hasStarted, isStopping } from "./cloud/state-files.ts";
import { consoleOf, empty, isStateFolder, lockFolder, moveAside } from "./cloud/state-folder.ts";
import { UnusableState } from "./foundation/state.ts";
import { writeOperatorEnvironment } from "./start/operator-environment.ts";
import { onEnd } from "./start/on-end.ts";
import { watchBundles } from "./start/watch-bundles.ts";

const USAGE = `Runs the onboarding on this machine.
  --port <number>   first of a range of ${PORTS_IN_A_ROW} ports (default 3000)
  --state <folder>  folder of the state (default .local)
  --reset           deletes the state and starts empty
  --seed            fills an empty state with 40 invented dossiers in every stage, over four virtual months
  --watch           rebuilds the functions when their source changes (npm run dev)`;

/** While months pass, follow-up runs once a week. */
const WEEK = 7 * 86_400_000;

/** The people of the tests play the dossiers. Loaded by its address: the local cloud itself does without the tests. */
const SEED = new URL("../test/demo/seed.ts", import.meta.url).href;
type Seed = { seed(cloud: Cloud, tell: (line: string) => void): Promise<void> };

try {
  await main();
} catch (error) {
  fail(`The local cloud did not start. ${error instanceof Error ? error.message : String(error)}`);
}

async function main(): Promise<void> {
  const options = optionsOf();
  const { stateFolder, reset } = options;
  if (!isStateFolder(stateFolder))
    return fail(`${stateFolder} does not contain the state of a local cloud: choose another --state.`);
  const lock = lockFolder(stateFolder);
  if (!lock) return fail(await inUse(stateFolder));
  const started: Cloud[] = [];
  onEnd(async () => {
    isStopping(stateFolder);
    for (const cloud of started) await cloud.stop();
    lock.release();
  });
  if (reset) empty(stateFolder);
  const port = await portFrom(options.port);
  const cloud = await start(options, port);
  started.push(cloud);
  hasStarted(stateFolder, cloud.consoleUrl);
  if (options.seed) await fill(cloud);
  greet(cloud, stateFolder, writeOperatorEnvironment(cloud, stateFolder));
}

async function fill(cloud: Cloud): Promise<void> {
  if ((await cloud.mailbox()).length > 0)
    return console.log("The state has dossiers already: --seed is for an empty one (--reset --seed).");
  console.log("Filling the state with invented dossiers …");
  const seeds = (await import(SEED)) as Seed;
  try {
    await seeds.seed(cloud, console.log);
  } catch (error) {
    fail(`Not every dossier was made. ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function inUse(stateFolder: string): Promise<string> {
  const address = await consoleOf(stateFolder);
  return address === undefined
    ? `Another local cloud is starting with the state in ${stateFolder}.`
    : `A local cloud is already running with the state in ${stateFolder}: see ${address}`;
}

async function portFrom(first: number): Promise<number> {
  const port = await freePortsFrom(first);
  if (port !== first) console.log(`Port ${first} or one of the next is in use; using ${port} and up.`);
  return port;
}

/** An unusable state is moved aside, never deleted, and the local cloud starts empty. */
async function start({ stateFolder, seed, watch }: Options, port: number): Promise<Cloud> {
  console.log("Synthesizing the stack and starting it …");
  const outdir = join(stateFolder, "assembly");
  rmSync(outdir, { recursive: true, force: true });
  const watchedBundles = watch ? resolve(stateFolder, "bundles") : undefined;
  if (watchedBundles !== undefined) await watchBundles(watchedBundles);
  const assembly = () => createApp({ outdir, watchedBundles });
  const options = { assembly, stateFolder, port, deliveries: true, ...(seed ? { coalesce: WEEK } : {}) };
  try {
    return await startCloud(options);
  } catch (error) {
    if (!(error instanceof UnusableState)) throw error;
    console.log(`${error.message} It was moved to ${moveAside(stateFolder)}; starting empty.`);
    return startCloud(options);
  }
}

type Options = { port: number; stateFolder: string; reset: boolean; seed: boolean; watch: boolean };

function optionsOf(): Options {
  const values = readOptions(USAGE, {
    port: { type: "string", default: "3000" },
    state: { type: "string", default: ".local" },
    reset: { type: "boolean", default: false },
    seed: { type: "boolean", default: false },
    watch: { type: "boolean", default: false },
  });
  const port = readCount("port", values.port, USAGE);
  if (port >= 65_536 - PORTS_IN_A_ROW)
    misused(`${port} is not a port: --port needs a number such as 3000.`, USAGE);
  return { ...values, port, stateFolder: values.state };
}

function greet(cloud: Cloud, stateFolder: string, operatorFile: string): void {
  console.log(`
  LED onboarding runs on this machine.

  Site      ${cloud.url}
  Admin     ${cloud.adminUrl}
  Console   ${cloud.consoleUrl}   mailbox, executions, clock, logs
  Mail      smtp://127.0.0.1:${cloud.smtpPort}   for ${cloud.receiptRules.flatMap(({ recipients }) => recipients).join(", ")}

  Operator  . ${operatorFile}   then: npm run ops -- parked, aws sqs list-queues …

  Sign in as one of: ${cloud.users.map(({ id }) => id).join(", ")}
${cloud.programs.map(({ name, clientId, secret }) => `  Program   ${name}: client ${clientId}, secret ${secret}\n`).join("")}
  The state is in ${stateFolder}; --reset starts empty. Ctrl-C stops the local cloud.
`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
