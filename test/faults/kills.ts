import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createInterface } from "node:readline";
import * as z from "zod";
import type { Chance } from "./chance.ts";

/** Maximum number of calls of functions before a kill; a complete onboarding makes some thousands. */
const MOST_CALLS = 240;
/** Real milliseconds after that call, so that kills also occur between two calls. */
const MOST_LAG_MS = 30;
/** One in this many is killed during its start, within this many milliseconds. */
const WHILE_STARTING = 5;
const START_MS = 1500;

const Line = z.discriminatedUnion("kind", [
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
  /** Mails that were sent twice: at most one for each kill. */
  sentTwice: number;
  broken: string[];
};

/**
 * Kills a local cloud again and again with `kill -9`, starts it on the same state, and looks what holds at the end.
 * After `isOver` it kills once more.
 */
export async function killOften(
  assembly: string,
  kills: number,
  chance: Chance,
  {
    onKill,
    isOver = () => false,
    isShort,
  }: { onKill?: () => void; isOver?: () => boolean; isShort?: boolean } = {},
): Promise<Killed> {
  const until = isShort ? ["intake"] : [];
  const folder = mkdtempSync(join(tmpdir(), "led-killed-"));
  const inFolder = (what: string) => new Life([assembly, folder, what, ...until]);
  let next = inFolder("play");
  try {
    let made = 0;
    for (let isLast = false; !isLast;) {
      const life = next;
      isLast = made === kills - 1 || isOver();
      // Its modules are loaded while the previous one runs.
      next = inFolder(isLast ? "finish" : "play");
      await life.endBy(chance);
      made++;
      onKill?.();
    }
    return { kills: made, ...(await finish(next)) };
  } finally {
    next.child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const program = new URL("killed-cloud.ts", import.meta.url).pathname;

/** One process with a local cloud, which waits for the command to start. */
class Life {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<NodeJS.Signals | null>;
  errors = "";

  constructor(given: string[]) {
    const cache = join(given[0] ?? "", ".compile-cache");
    this.child = spawn(process.execPath, [program, ...given], {
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    this.child.stderr.on(
      "data",
      (chunk: Buffer) => (this.errors = `${this.errors}${chunk.toString()}`.slice(-2000)),
    );
    this.ended = new Promise((resolve) => this.child.once("exit", (_, signal) => resolve(signal)));
  }

  /** It kills itself at a random call, or is killed during its start. */
  async endBy(chance: Chance): Promise<void> {
    const startsStill = chance.number(WHILE_STARTING) === 0;
    const [calls, lag, start] = [
      1 + chance.number(MOST_CALLS),
      chance.number(MOST_LAG_MS),
      chance.number(START_MS),
    ];
    this.child.stdout.resume();
    this.live(startsStill ? [] : [calls, lag]);
    if (startsStill) await Promise.race([pause(start), this.ended]);
    if (startsStill) this.child.kill("SIGKILL");
    if ((await this.ended) !== "SIGKILL") throw new Error(`the local cloud ended by itself: ${this.errors}`);
  }

  live(end: number[]): void {
    this.child.stdin.write(`${JSON.stringify(end)}\n`);
  }
}

/** Completes what was begun, and one more onboarding without kills. */
async function finish(life: Life): Promise<Omit<Killed, "kills">> {
  life.live([]);
  const lines: Line[] = [];
  for await (const text of createInterface(life.child.stdout)) lines.push(Line.parse(JSON.parse(text)));
  if (lines.length === 0) throw new Error(`nothing was played: ${life.errors}`);
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
