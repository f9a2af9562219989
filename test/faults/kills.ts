import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";
import type { Chance } from "./chance.ts";

/** Milliseconds after it is ready in which a local cloud is killed; some are killed while they start. */
const LIFE_MS = 4000;
const START_MS = 1500;
/** One in so many is killed while it starts. */
const WHILE_STARTING = 5;

const Line = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({
    kind: z.literal("played"),
    reference: z.string(),
    twice: z.number(),
    broken: z.array(z.object({ promise: z.string(), what: z.array(z.string()) })),
  }),
  z.object({ kind: z.literal("stuck"), status: z.string(), tasks: z.array(z.string()) }),
]);
type Line = z.infer<typeof Line>;

export type Killed = {
  kills: number;
  onboardings: number;
  /** Mails that were sent a second time: at most one for each kill. */
  sentTwice: number;
  broken: string[];
};

/** Kills a local cloud again and again with `kill -9`, starts it on the same state, and looks what holds at the end. */
export async function killOften(
  assembly: string,
  kills: number,
  chance: Chance,
  { onKill, isShort }: { onKill?: (count: number) => void; isShort?: boolean } = {},
): Promise<Killed> {
  const until = isShort ? ["intake"] : [];
  const folder = mkdtempSync(join(tmpdir(), "led-killed-"));
  try {
    for (let count = 1; count <= kills; count++) {
      await killOnce([assembly, folder, "play", ...until], chance);
      onKill?.(count);
    }
    return { kills, ...(await finish([assembly, folder, "finish", ...until])) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const program = new URL("killed-cloud.ts", import.meta.url).pathname;
const run = (given: string[]) =>
  spawn(process.execPath, [program, ...given], { stdio: ["ignore", "pipe", "pipe"] });

async function killOnce(given: string[], chance: Chance): Promise<void> {
  const child = run(given);
  const errors = textOf(child);
  const ended = endOf(child);
  const startsStill = chance.number(WHILE_STARTING) === 0;
  const isReady = startsStill ? Promise.resolve() : ready(child);
  await Promise.race([isReady, ended]);
  await Promise.race([pause(chance.number(startsStill ? START_MS : LIFE_MS)), ended]);
  if (child.exitCode !== null) throw new Error(`the local cloud ended by itself: ${await errors}`);
  child.kill("SIGKILL");
  await ended;
}

/** Plays what was begun to its end, and one more that nothing disturbs. */
async function finish(given: string[]): Promise<Omit<Killed, "kills">> {
  const lines = await linesOf(run(given));
  const played = lines.filter((line) => line.kind === "played");
  const stuck = lines.filter((line) => line.kind === "stuck");
  return {
    onboardings: played.length - 1,
    sentTwice: played.reduce((sum, { twice }) => sum + twice, 0),
    broken: [
      ...played.flatMap(({ reference, broken }) =>
        broken.map(({ promise, what }) => `${reference} breaks "${promise}": ${what.join("; ")}`),
      ),
      ...stuck.map(({ status, tasks }) => `stuck: ${status} ${tasks.join(", ")}`),
      ...(played.length === 0 ? ["nothing was played to its end"] : []),
    ],
  };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const endOf = (child: ChildProcess) => new Promise<void>((resolve) => child.once("exit", () => resolve()));

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.stdout?.once("data", () => resolve()));
}

async function textOf(child: ChildProcess): Promise<string> {
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await endOf(child);
  return text.slice(-2000);
}

async function linesOf(child: ChildProcess): Promise<Line[]> {
  const errors = textOf(child);
  const lines: Line[] = [];
  if (child.stdout)
    for await (const text of createInterface(child.stdout)) lines.push(Line.parse(JSON.parse(text)));
  if (lines.length <= 1) throw new Error(`nothing was played: ${await errors}`);
  return lines;
}
