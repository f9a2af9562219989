/**
 * A local cloud on disk with people who go from onboarding to onboarding on it, made to be killed at any moment. It
 * remembers nothing itself: what there is to do next stands in the state, as for people who come back the next day.
 *
 *   node test/faults/killed-cloud.ts <assembly> <folder> [play|finish] [intake]
 *
 * With `finish` it plays what was begun to its end and one more, and writes what does not hold; without, until it is
 * killed. With `intake` an onboarding is done once its intake is. The people remember in the folder which onboardings are done.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { taskId } from "../../functions/domain/human-task.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import { startCloud } from "../../local/cloud.ts";
import { dossiersNow } from "./dossier-now.ts";
import { Lockstep } from "./lockstep.ts";
import { PersistentStage } from "./persistent-stage.ts";
import { brokenOf } from "./promises.ts";
import { ONE_SWEEP_A_MOVE } from "./try-faults.ts";

const MINUTE = 60_000;

/** Sweeps in vain until something is wrong. */
const PATIENCE = 20;

const [assembly = "", folder = "", what = "play", until] = process.argv.slice(2);
const memory = join(folder, "done");
const done = existsSync(memory) ? readFileSync(memory, "utf8").trim().split("\n").filter(Boolean) : [];
const cloud = await startCloud({ assembly, stateFolder: join(folder, "state"), coalesce: ONE_SWEEP_A_MOVE });
const lockstep = new Lockstep(1, {
  rest: () => cloud.advance(12 * MINUTE),
  move: (milliseconds) => cloud.advance(milliseconds),
});
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);
say({ kind: "ready" });

const stages = done.map((reference, index) => {
  const stage = new PersistentStage(cloud, index + 1, lockstep);
  stage.journey.reference = reference;
  return stage;
});
await lockstep.during(async () => {
  for (let isUndisturbed = false; !isUndisturbed || what === "play";) {
    const stage = new PersistentStage(cloud, stages.length + 1, lockstep);
    stages.push(stage);
    isUndisturbed = (await stage.scene.mails(stage.applicant)).length === 0;
    await playOn(stage);
    appendFileSync(memory, `${stage.journey.reference}\n`);
  }
});
await compare();
await cloud.stop();
process.exit(0);

/** The last was played without a kill: the others must be as it is, but for mails that a kill sent twice. */
async function compare(): Promise<void> {
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

/** From wherever it stands until it is in use and nothing is asked any more. */
async function playOn(stage: PersistentStage): Promise<void> {
  await stage.makeContact();
  for (let idle = 0; idle < PATIENCE;) {
    const { dossier, tasks } = await stage.whole();
    if (isDone({ dossier, tasks })) return;
    const open = tasks.find(({ status }) => status === "open" && dossier.status !== "PARKED");
    if (open) await stage.decide(open.kind);
    else await stage.rest();
    idle = open ? 0 : idle + 1;
  }
  const { dossier, tasks } = await stage.whole();
  say({
    kind: "stuck",
    status: dossier.status,
    tasks: tasks.map((task) => `${taskId(task)} ${task.status}`),
  });
  process.exit(1);
}

function isDone({ dossier, tasks }: Pick<WholeDossier, "dossier" | "tasks">): boolean {
  if (until === "intake" && !["CONTACT", "INTAKE"].includes(dossier.stage)) return true;
  return dossier.status === "IN_USE" && tasks.every(({ status }) => status !== "open");
}
