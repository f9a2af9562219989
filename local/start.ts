/** `npm start`: runs the onboarding on this machine, its state under `.local/`. Ctrl-C ends it. */
import { existsSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { createApp } from "../infra/app.ts";
import { type Cloud, startCloud } from "./cloud.ts";
import { freePortsFrom, PORTS_IN_A_ROW } from "./cloud/ports.ts";
import { isStateFolder, moveAside, remember, runningAt } from "./cloud/state-folder.ts";
import { UnusableState } from "./state.ts";

const HELP = `Runs the onboarding on this machine.
  --port <number>   first of ${PORTS_IN_A_ROW} ports in a row (default 3000)
  --state <folder>  where everything is kept (default .local)
  --reset           starts with nothing: what was kept is deleted`;

await main();

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) return console.log(HELP);
  const { stateFolder, reset, firstPort } = options;
  if (!isStateFolder(stateFolder))
    return fail(
      `${stateFolder} holds something else than the state of a local cloud: choose another --state.`,
    );
  const running = await runningAt(stateFolder);
  if (running !== undefined) return fail(`It runs already with the state in ${stateFolder}: see ${running}`);
  if (reset) rmSync(stateFolder, { recursive: true, force: true });
  const port = await freePortsFrom(firstPort);
  if (port !== firstPort)
    console.log(`Port ${firstPort} or one right after it is taken; using ${port} and up.`);
  console.log("Synthesizing the stack and starting it …");
  try {
    const cloud = await start(stateFolder, port);
    remember(stateFolder, cloud.consoleUrl);
    greet(cloud, stateFolder);
    endOnSignal(cloud);
  } catch (error) {
    fail(`It did not start. ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A state that cannot be read is moved aside, never deleted, and the local cloud starts with nothing. */
async function start(stateFolder: string, port: number): Promise<Cloud> {
  const options = { assembly: () => createApp(), stateFolder, port };
  try {
    return await startCloud(options);
  } catch (error) {
    if (!(error instanceof UnusableState) || !existsSync(stateFolder)) throw error;
    console.log(`${error.message} It is moved to ${moveAside(stateFolder)}; starting with nothing.`);
    return startCloud(options);
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "3000" },
        state: { type: "string", default: ".local" },
        reset: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const firstPort = Number(values.port);
    const isPort = Number.isInteger(firstPort) && firstPort > 0 && firstPort < 65_536 - PORTS_IN_A_ROW;
    if (!isPort) fail(`${values.port} is not a port.`);
    return values.help || !isPort ? undefined : { firstPort, stateFolder: values.state, reset: values.reset };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return undefined;
  }
}

function greet(cloud: Cloud, stateFolder: string): void {
  console.log(`
  LED onboarding runs on this machine.

  Site      ${cloud.url}
  Admin     ${cloud.adminUrl}
  Console   ${cloud.consoleUrl}   mailbox, executions, clock, logs

  Sign in as one of: ${cloud.users.map(({ id }) => id).join(", ")}
  State is kept in ${stateFolder}; --reset starts anew. Ctrl-C ends it.
`);
}

function endOnSignal(cloud: Cloud): void {
  const end = () => {
    console.log("\nEnding …");
    void cloud.stop().then(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
