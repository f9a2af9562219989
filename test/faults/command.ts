/** `npm run faults`: plays whole onboardings while their calls fail, and prints what was tried and what survived. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../infra/app.ts";
import { misused, readCount, readOptions } from "../../infra/command-line.ts";
import { type Cloud, startCloud } from "../../local/cloud.ts";
import { quietly } from "../../local/template/quietly.ts";
import { Chance } from "./chance.ts";
import { type Killed, killOften } from "./kills.ts";
import { type Play, PLAYS } from "./plays.ts";
import {
  askedFor,
  type Calls,
  capped,
  everyTrial,
  randomTrials,
  shareOut,
  type Trial,
  trialName,
} from "./plan.ts";
import { brokenOnes, brokenTogether, notTried, tableOf } from "./report.ts";
import { tryInRounds } from "./rounds.ts";
import type { Tried } from "./tried.ts";
import { forMany, tryFaults } from "./try-faults.ts";

const USAGE = `npm run faults -- [options]
  --seed N      which call of each pair is struck; the same again for the same N
  --only NAME   only what is named so, such as led-dev-open-dossier/ses:SendRawEmail/killed#1, or a part of it
  --each N      of each pair only N kinds, which chance chooses; what is not tried is printed
  --minutes N   begins nothing new after so many minutes, and prints what was not tried
  --play NAME   only this of onboarding, use, withdrawal
  --random N    instead N onboardings, each with a dozen faults at calls that chance chooses
  --kills N     instead kill -9 of the whole local cloud, N times, each time started again on the same state`;
const NO_END = String(Number.MAX_SAFE_INTEGER);
const values = readOptions(USAGE, {
  seed: { type: "string", default: "1" },
  only: { type: "string", multiple: true, default: [] },
  each: { type: "string", default: NO_END },
  minutes: { type: "string", default: NO_END },
  random: { type: "string", default: "0" },
  kills: { type: "string", default: "0" },
  play: { type: "string", multiple: true, default: Object.keys(PLAYS) },
});
for (const name of values.play) if (!(name in PLAYS)) misused(`There is no play "${name}".`, USAGE);
const count = (name: "seed" | "each" | "minutes" | "random" | "kills", least = 0) =>
  readCount(name, values[name], USAGE, least);
const [seed, each, minutes] = [count("seed"), count("each", 1), count("minutes", 1)];
const [randomOnes, kills] = [count("random"), count("kills")];
const WORKS_FOR_MANY = /-(public-web|admin-web|follow-up)$/;
/** Onboardings at once: with more each list on a page grows long. */
const MOST_AT_ONCE = 12;
const RANDOM_OF_ONE = 12;
/** Number of local clouds that are killed in parallel: one starts while the other plays. */
const CLOUDS = 2;

const chance = new Chance(seed);
const started = performance.now();
const isOver = () => performance.now() - started > minutes * 60_000;
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;

const assembly = mkdtempSync(join(tmpdir(), "led-assembly-"));
try {
  (await quietly(() => createApp({ environment: "dev", outdir: assembly }))).synth();
  const isRight = kills > 0 ? await kill() : await strike();
  process.exitCode = isRight ? 0 : 1;
} finally {
  rmSync(assembly, { recursive: true, force: true });
}

async function playAll(cloud: Cloud, play: Play, shares: readonly Trial[][]): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (let first = 0; first < shares.length && !isOver(); first += MOST_AT_ONCE) {
    const some = shares.slice(first, first + MOST_AT_ONCE);
    tried.push(...(await tryFaults(cloud, some, play)).tried);
    console.log(`  ${first + some.length} of ${shares.length} dossiers played (${seconds()})`);
  }
  return tried;
}

async function strike(): Promise<boolean> {
  const known = new Set<string>();
  let isRight = true;
  for (const [name, play] of Object.entries(PLAYS).filter(([one]) => values.play.includes(one))) {
    const cloud = await startCloud({ assembly, ...forMany() });
    try {
      isRight = (await strikeDuring(cloud, name, play, known)) && isRight;
    } finally {
      await cloud.stop();
    }
  }
  return isRight;
}

async function strikeDuring(cloud: Cloud, name: string, play: Play, known: Set<string>): Promise<boolean> {
  const { calls } = await tryFaults(cloud, [], play);
  const all = planned(calls, known);
  const shares = randomOnes > 0 ? manyRandom(calls) : shareOut(capped(all, each), calls);
  console.log(
    `Play "${name}": ${calls.size} pairs of a function and an operation, ${shares.flat().length} faults on ` +
      `${shares.length} dossiers, seed ${seed} (${seconds()})`,
  );
  const { tried, judged } = await tryInRounds(
    shares,
    calls,
    chance,
    (some) => playAll(cloud, play, some),
    isOver,
  );
  for (const pair of calls.keys()) known.add(pair);
  const broken = brokenOnes(tried, judged, `--play ${name} --seed ${seed}`);
  const left = randomOnes > 0 ? [] : notTried(all, judged);
  const countOf = (outcome: string) => judged.filter((one) => one.outcome === outcome).length;
  console.log(`\n${tableOf(judged)}\n`);
  for (const line of [...broken, ...brokenTogether(tried, judged)]) console.log(line);
  for (const { trial } of judged.filter(({ outcome }) => outcome === "missed"))
    console.log(`struck nothing: ${trialName(trial)}`);
  for (const line of left) console.log(`not tried: ${line}`);
  console.log(
    `Play "${name}": ${countOf("survived")} faults survived, ${countOf("broke")} did not, ` +
      `${countOf("missed")} struck nothing, not tried of ${left.length} pairs; seed ${seed}, ${seconds()}\n`,
  );
  return broken.length === 0;
}

/** `known`: pairs of earlier plays. Functions that serve many pages and clocks are hit again only there. */
function planned(calls: Calls, known: ReadonlySet<string>): Trial[] {
  const fresh = new Map(
    [...calls].filter(([name, { caller }]) => !known.has(name) || WORKS_FOR_MANY.test(caller)),
  );
  return askedFor(chance.shuffled(everyTrial(fresh, chance)), values.only);
}

const manyRandom = (calls: Calls): Trial[][] =>
  Array.from({ length: randomOnes }, () => randomTrials(calls, chance, RANDOM_OF_ONE));

async function kill(): Promise<boolean> {
  console.log(`Kills local clouds ${kills} times, seed ${seed} …`);
  let done = 0;
  const onKill = () => ++done % 10 === 0 && console.log(`${done} kills (${seconds()})`);
  const shares = Array.from({ length: CLOUDS }, (_, place) => Math.floor((kills + place) / CLOUDS));
  const all = await Promise.all(
    shares
      .filter((share) => share > 0)
      .map((share) => killOften(assembly, share, new Chance(chance.number(2 ** 31)), { onKill, isOver })),
  );
  const broken = all.flatMap((one) => one.broken);
  const sum = (of: (one: Killed) => number) => all.reduce((total, one) => total + of(one), 0);
  const sentTwice = sum((one) => one.sentTwice);
  for (const line of broken) console.log(line);
  const made = sum((one) => one.kills);
  console.log(
    `${made} kills on ${sum((one) => one.onboardings)} onboardings: ${broken.length} promises broken, ` +
      `${sentTwice} mails sent twice; seed ${seed}, ${seconds()}`,
  );
  return broken.length === 0 && sentTwice <= made;
}
