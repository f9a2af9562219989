/**
 * A local cloud on disk, to be killed at any moment, with people who play onboardings in parallel. The process
 * remembers nothing: the state shows what to do next, as for people who come back the next day.
 *
 * `node test/faults/killed-cloud.ts <assembly> <folder> [play|finish] [intake]`
 *
 * It loads its modules, and starts when it reads a line: `[]`, or `[calls, lag]` after which it kills itself. With
 * `finish` it completes all begun onboardings and one more, and reports broken promises. With `intake` an onboarding
 * ends after its intake. The folder contains the list of completed onboardings.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";
import { taskId } from "../../functions/domain/human-task.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import { startCloud } from "../../local/cloud.ts";
import type { Fault } from "../../local/gateway/faults.ts";
import { dossiersNow } from "./dossier-now.ts";
import { Lockstep } from "./lockstep.ts";
import { PersistentStage } from "./persistent-stage.ts";
import { brokenOf } from "./promises.ts";
import { ONE_SWEEP_A_MOVE } from "./try-faults.ts";

const MINUTE = 60_000;
/** Number of parallel onboardings: a kill hits each of them. */
const SIDE_BY_SIDE = 4;
/** Sweeps without progress before it gives up. */
const PATIENCE = 20;

const [assembly = "", folder = "", what = "play", until] = process.argv.slice(2);
const line = await aLine();
// The parent process has ended.
if (line === undefined) process.exit(1);
const [calls = 0, lag = 0] = z.array(z.number()).parse(JSON.parse(line));
const memory = join(folder, "done");
const cloud = await startCloud({
  assembly,
  stateFolder: join(folder, "state"),
  coalesce: ONE_SWEEP_A_MOVE,
});
if (calls > 0) cloud.faults.add({ match: killAt(calls, lag), latencyMs: 0 });
const lockstep = new Lockstep(SIDE_BY_SIDE, {
  rest: () => cloud.advance(12 * MINUTE),
  move: (milliseconds) => cloud.advance(milliseconds),
});
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

/** References by place. */
const done = new Map(existsSync(memory) ? readDone(readFileSync(memory, "utf8")) : []);
let lastPlace = 0;
if (what === "finish") await finish();
else await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => lockstep.during(playForever)));
await cloud.stop();
process.exit(0);

function nextStage(): PersistentStage {
  do lastPlace++;
  while (done.has(lastPlace));
  return new PersistentStage(cloud, lastPlace, lockstep);
}

async function playForever(): Promise<void> {
  for (;;) await playOn(nextStage());
}

/** Completes what was begun; then one onboarding without kills, for comparison. */
async function finish(): Promise<void> {
  const perhapsBegun = Array.from({ length: SIDE_BY_SIDE }, nextStage);
  await Promise.all(
    perhapsBegun.map((stage) =>
      lockstep.during(async () => {
        if (await isBegun(stage)) await playOn(stage);
      }),
    ),
  );
  await lockstep.during(() => playOn(nextStage()));
  const stages = [...done].map(([place, reference]) => {
    const played = new PersistentStage(cloud, place, lockstep);
    played.journey.reference = reference;
    return played;
  });
  await compare(stages);
}

async function isBegun({ scene, applicant }: PersistentStage): Promise<boolean> {
  return (await scene.mails(applicant)).length > 0;
}

/** Kills this process a moment after this many calls of functions. */
function killAt(left: number, milliseconds: number): Fault["match"] {
  return (_, { caller }) => {
    if (caller !== "operator" && --left === 0)
      setTimeout(() => process.kill(process.pid, "SIGKILL"), milliseconds);
    return false;
  };
}

function readDone(text: string): [number, string][] {
  const lines = text.split("\n").filter(Boolean);
  return lines.map((line) => z.tuple([z.number(), z.string()]).parse(JSON.parse(line)));
}

async function aLine(): Promise<string | undefined> {
  for await (const read of createInterface(process.stdin)) return read;
  return undefined;
}

/** The last onboarding ran without a kill: the others must equal it, except for mails that a kill sent twice. */
async function compare(stages: readonly PersistentStage[]): Promise<void> {
  const now = await dossiersNow(cloud, stages);
  const undisturbed = stages.at(-1);
  const right = undisturbed && now.get(undisturbed);
  for (const seen of now.values()) {
    const twice = seen.mails.filter((mail, place) => seen.mails.indexOf(mail) !== place);
    const cut = twice.map((mail) => mail.slice(mail.indexOf(": ") + 2));
    const broken = brokenOf({ now: seen, undisturbed: right ?? seen, cut });
    say({ kind: "played", reference: seen.reference, twice: twice.length, broken });
  }
}

/** Continues from the current state until the dossier is in use and no task is open. */
async function playOn(stage: PersistentStage): Promise<void> {
  await stage.makeContact();
  for (let idle = 0; idle < PATIENCE;) {
    const { dossier, tasks } = await stage.whole();
    if (isDone({ dossier, tasks })) return remember(stage);
    const open = tasks.find(({ status }) => status === "open" && dossier.status !== "PARKED");
    if (open) await stage.decide(open.kind);
    else await stage.rest();
    idle = open ? 0 : idle + 1;
  }
  const { dossier, tasks } = await stage.whole();
  const stuck = {
    kind: "stuck",
    status: dossier.status,
    tasks: tasks.map((task) => `${taskId(task)} ${task.status}`),
  };
  say(stuck);
  throw new Error(JSON.stringify(stuck));
}

function remember({ place, journey: { reference } }: PersistentStage): void {
  appendFileSync(memory, `${JSON.stringify([place, reference])}\n`);
  done.set(place, reference);
}

function isDone({ dossier, tasks }: Pick<WholeDossier, "dossier" | "tasks">): boolean {
  if (until === "intake" && !["CONTACT", "INTAKE"].includes(dossier.stage)) return true;
  return dossier.status === "IN_USE" && tasks.every(({ status }) => status !== "open");
}
