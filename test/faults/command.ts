import { parseArgs } from "node:util";
import { createApp } from "../../infra/app.ts";
import { startCloud } from "../../local/cloud.ts";
import { Chance } from "./chance.ts";
import { type Calls, everyTrial, askedFor, shareOut, type Trial } from "./plan.ts";
import { brokenOnes, judge, tableOf } from "./report.ts";
import { tryFaults } from "./try-faults.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
    share: { type: "string", default: "1" },
  },
});
/** Onboardings on one local cloud: with more its lists grow long. */
const MOST_AT_ONCE = 40;
const ONE_TICK = 1000 * 86_400_000;

const seed = Number(values.seed);
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(0);

async function onACloud(shares: Trial[][]) {
  // While the clock is moved, follow-up looks once, at the end of each move.
  const cloud = await startCloud({ assembly: () => createApp({ environment: "dev" }), coalesce: ONE_TICK });
  try {
    return await tryFaults(cloud, shares);
  } finally {
    await cloud.stop();
  }
}

console.log("Plays one onboarding undisturbed, and counts its calls …");
const { calls } = await onACloud([]);
const trials = planned(calls);
const shares = shareOut(trials, calls);
console.log(
  `${calls.size} pairs of a function and an operation (${seconds()} s), ${trials.length} faults on ${shares.length} onboardings, seed ${seed}`,
);

const tried = [];
for (let first = 0; first < shares.length; first += MOST_AT_ONCE) {
  tried.push(...(await onACloud(shares.slice(first, first + MOST_AT_ONCE))).tried);
  console.log(
    `${Math.min(first + MOST_AT_ONCE, shares.length)} of ${shares.length} onboardings played (${seconds()} s)`,
  );
}
const judged = judge(tried);
const broken = brokenOnes(tried, seed);
const countOf = (outcome: string) => judged.filter((one) => one.outcome === outcome).length;
console.log(`\n${tableOf(judged)}\n`);
for (const line of broken) console.error(line);
console.log(
  `${countOf("survived")} faults survived, ${countOf("broke")} did not, ${countOf("missed")} struck nothing; seed ${seed}, ${seconds()} s`,
);
process.exitCode = broken.length === 0 ? 0 : 1;

function planned(counted: Calls): Trial[] {
  const chance = new Chance(seed);
  const all = askedFor(chance.shuffled(everyTrial(counted, chance)), values.only);
  return all.slice(0, Math.ceil(all.length * Number(values.share)));
}
