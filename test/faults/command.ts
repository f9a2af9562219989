/**
 * `npm run faults`: plays complete onboardings while their calls fail, and prints what was tried and what survived.
 *
 * --seed N: which call of each pair fails; the same for the same N
 * --only NAME: only trials with this name or part of it, such as led-dev-open-dossier/ses:SendRawEmail/killed#1
 * --share 0.1: only this share of the trials
 * --play NAME: only onboarding, use or withdrawal
 * --random N: instead N onboardings, each with a dozen faults at random calls
 * --kills N: instead N times `kill -9` of the whole local cloud, restarted each time on the same state
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createApp } from "../../infra/app.ts";
import { startCloud } from "../../local/cloud.ts";
import { quietly } from "../../local/template/quietly.ts";
import { Chance } from "./chance.ts";
import { type Killed, killOften } from "./kills.ts";
import { type Play, PLAYS } from "./plays.ts";
import { askedFor, type Calls, everyTrial, randomTrials, shareOut, type Trial, trialName } from "./plan.ts";
import { brokenOnes, tableOf } from "./report.ts";
import { tryInRounds } from "./rounds.ts";
import type { Tried } from "./tried.ts";
import { forMany, tryFaults } from "./try-faults.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
    share: { type: "string", default: "1" },
    random: { type: "string", default: "0" },
    kills: { type: "string", default: "0" },
    play: { type: "string", multiple: true, default: Object.keys(PLAYS) },
  },
});
const WORKS_FOR_MANY = /-(public-web|admin-web|follow-up)$/;
/** Maximum number of onboardings on one local cloud: with more its lists grow long. */
const MOST_AT_ONCE = 40;
const RANDOM_OF_ONE = 12;
/** Number of local clouds that are killed in parallel: one starts while the other plays. */
const CLOUDS = 2;

const seed = Number(values.seed);
const chance = new Chance(seed);
const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;

const assembly = mkdtempSync(join(tmpdir(), "led-assembly-"));
try {
  (await quietly(() => createApp({ environment: "dev", outdir: assembly }))).synth();
  const isRight = Number(values.kills) > 0 ? await kill(Number(values.kills)) : await strike();
  process.exitCode = isRight ? 0 : 1;
} finally {
  rmSync(assembly, { recursive: true, force: true });
}

async function onACloud(play: Play, shares: Trial[][]) {
  const cloud = await startCloud({ assembly, ...forMany() });
  try {
    return await tryFaults(cloud, shares, play);
  } finally {
    await cloud.stop();
  }
}

async function playAll(play: Play, shares: readonly Trial[][]): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (let first = 0; first < shares.length; first += MOST_AT_ONCE) {
    const some = shares.slice(first, first + MOST_AT_ONCE);
    tried.push(...(await onACloud(play, some)).tried);
    console.log(`  ${first + some.length} of ${shares.length} dossiers played (${seconds()})`);
  }
  return tried;
}

async function strike(): Promise<boolean> {
  const known = new Set<string>();
  let isRight = true;
  for (const [name, play] of Object.entries(PLAYS).filter(([one]) => values.play.includes(one))) {
    const { calls } = await onACloud(play, []);
    const shares = planned(calls, known);
    console.log(
      `Play "${name}": ${calls.size} pairs of a function and an operation, ${shares.flat().length} faults on ` +
        `${shares.length} dossiers, seed ${seed} (${seconds()})`,
    );
    const { tried, judged } = await tryInRounds(shares, calls, chance, (some) => playAll(play, some));
    for (const pair of calls.keys()) known.add(pair);
    const countOf = (outcome: string) => judged.filter((one) => one.outcome === outcome).length;
    console.log(`\n${tableOf(judged)}\n`);
    for (const line of brokenOnes(tried, `--play ${name} --seed ${seed}`)) console.log(line);
    for (const { trial } of judged.filter(({ outcome }) => outcome === "missed"))
      console.log(`struck nothing: ${trialName(trial)}`);
    console.log(
      `Play "${name}": ${countOf("survived")} faults survived, ${countOf("broke")} did not, ` +
        `${countOf("missed")} struck nothing; seed ${seed}, ${seconds()}\n`,
    );
    isRight &&= tried.every(({ broken }) => !broken);
  }
  return isRight;
}

/** `known`: pairs of earlier plays. Functions that serve many pages and clocks are hit again only there. */
function planned(calls: Calls, known: ReadonlySet<string>): Trial[][] {
  if (Number(values.random) > 0)
    return Array.from({ length: Number(values.random) }, () => randomTrials(calls, chance, RANDOM_OF_ONE));
  const fresh = new Map(
    [...calls].filter(([name, { caller }]) => !known.has(name) || WORKS_FOR_MANY.test(caller)),
  );
  const all = askedFor(chance.shuffled(everyTrial(fresh, chance)), values.only);
  return shareOut(all.slice(0, Math.ceil(all.length * Number(values.share))), calls);
}

async function kill(kills: number): Promise<boolean> {
  console.log(`Kills local clouds ${kills} times, seed ${seed} …`);
  let count = 0;
  const onKill = () => ++count % 10 === 0 && console.log(`${count} kills (${seconds()})`);
  const shares = Array.from({ length: CLOUDS }, (_, place) => Math.floor((kills + place) / CLOUDS));
  const all = await Promise.all(
    shares
      .filter((share) => share > 0)
      .map((share) => killOften(assembly, share, new Chance(chance.number(2 ** 31)), { onKill })),
  );
  const broken = all.flatMap((one) => one.broken);
  const sum = (of: (one: Killed) => number) => all.reduce((total, one) => total + of(one), 0);
  const sentTwice = sum((one) => one.sentTwice);
  for (const line of broken) console.log(line);
  console.log(
    `${kills} kills on ${sum((one) => one.onboardings)} onboardings: ${broken.length} promises broken, ` +
      `${sentTwice} mails sent twice; seed ${seed}, ${seconds()}`,
  );
  return broken.length === 0 && sentTwice <= kills;
}
