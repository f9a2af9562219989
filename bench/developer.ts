import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";

/** Seconds until a command of package.json has ended, or is ready, and the goal. */
export const Developer = z.array(z.object({ command: z.string(), seconds: z.number(), goal: z.number() }));
export type Developer = z.infer<typeof Developer>;

/** `ready`: what a command prints that does not end by itself. */
type Command = { args: string[]; goal: number; ready?: string };

const START = mkdtempSync(join(tmpdir(), "led-bench-"));
const COMMANDS: Command[] = [
  { args: ["start", "--", "--state", START, "--port", "4600"], goal: 3, ready: "runs on this machine" },
  { args: ["run", "synth"], goal: 3.5 },
  { args: ["run", "lint"], goal: 20 },
  { args: ["run", "demo"], goal: 11 },
  { args: ["test"], goal: 180 },
];

/** Runs each command once, one after the other. */
export async function measureDeveloper(): Promise<Developer> {
  const measured: Developer = [];
  for (const command of COMMANDS) {
    const seconds = await secondsOf(command);
    const [first = "", ...rest] = command.args.filter((arg) => !arg.startsWith("/") && arg !== START);
    const name = ["npm", first, ...(command.ready === undefined ? rest : [])].join(" ");
    measured.push({ command: name, seconds: Math.round(seconds * 10) / 10, goal: command.goal });
  }
  rmSync(START, { recursive: true, force: true });
  return measured;
}

function secondsOf({ args, ready }: Command): Promise<number> {
  const started = performance.now();
  const child = spawn("npm", args, { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let isReady = false;
    child.stdout.on("data", (text: Buffer) => {
      if (ready === undefined || isReady || !text.toString().includes(ready)) return;
      isReady = true;
      resolve((performance.now() - started) / 1000);
      child.kill("SIGINT");
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0 || isReady) resolve((performance.now() - started) / 1000);
      else reject(new Error(`npm ${args.join(" ")} ended with ${code}`));
    });
  });
}
