import * as z from "zod";
import { ColdStart } from "./cold-start.ts";
import { Developer } from "./developer.ts";
import { Growth } from "./growth.ts";
import { Throughput } from "./throughput.ts";
import { StraightPath } from "./straight-path.ts";

/** The last measurements of `npm run bench`, and the machine. */
export const Results = z.object({
  node: z.string(),
  processors: z.number(),
  rounds: z.number(),
  coldStarts: z.array(ColdStart),
  straightPath: StraightPath,
  growth: Growth.default([]),
  throughput: Throughput.default([]),
  developer: Developer.default([]),
});
export type Results = z.infer<typeof Results>;

const WEB = ["admin-web", "public-web"];
const goalOf = (bundle: string): number => (WEB.includes(bundle) ? 1.6 : 1.3);
const metIn = (starts: readonly ColdStart[]): number =>
  starts.filter(({ bundle, importMs, sdkMs }) => importMs / sdkMs <= goalOf(bundle)).length;

/** docs/performance.md. */
export function renderPerformance({
  node,
  processors,
  rounds,
  coldStarts,
  straightPath,
  ...more
}: Results): string {
  const rows = coldStarts.map(
    ({ bundle, kilobytes, importMs, sdkMs, emptyMs }) =>
      `| ${bundle} | ${kilobytes} | ${importMs} | ${sdkMs} | ${emptyMs} | ${(importMs / sdkMs).toFixed(1)} | ${goalOf(bundle)} |`,
  );
  return [
    "# Performance",
    "",
    "`npm run bench` measures this page and writes it, with `bench/results.json`.",
    "",
    "## Cold start",
    "",
    "For each bundle: its size, and the CPU that its import takes in a fresh process, beside two floors: a bundle that only",
    "creates the same clients of the AWS SDK, and one that does nothing. The ratio is to the first floor.",
    `Median of ${rounds} rounds over all bundles and floors in turn, on Node ${node} with ${processors} processors.`,
    "",
    "| bundle | KB | import (ms) | SDK only (ms) | empty (ms) | ratio | goal |",
    "| ------ | -- | ----------- | ------------- | ---------- | ----- | ---- |",
    ...rows,
    "",
    `${metIn(coldStarts)} of ${coldStarts.length} bundles meet the goal.`,
    "",
    "## Units of the straight path",
    "",
    "From contact to in use without a DPIA and without loops, on the local cloud: the units of DynamoDB as it reports them.",
    "`npm run bench -- straight-path` measures them; [costs.md](costs.md) has their price.",
    "",
    "| what | read units | write units | calls | goal |",
    "| ---- | ---------- | ----------- | ----- | ---- |",
    ...unitRows(straightPath),
    "",
    `The goal is ${GOAL.readUnits} units read and ${GOAL.writeUnits} written for the first row: ${verdictOn(straightPath.path)}.`,
    `${straightPath.transitions} state transitions, ${sum(Object.values(straightPath.invocations))} invocations without sweeps, ${straightPath.mails} mails.`,
    "",
    ...renderThroughput(more.throughput),
    ...renderGrowth(more.growth),
    ...renderDeveloper(more.developer),
  ].join("\n");
}

/** Of pages, states and uploads on the straight path. */
const GOAL = { readUnits: 250, writeUnits: 280 };

const verdictOn = ({ readUnits, writeUnits }: StraightPath["path"]): string => {
  const missed = [
    ...(readUnits > GOAL.readUnits
      ? [`the reads miss it ${(readUnits / GOAL.readUnits).toFixed(1)} times`]
      : []),
    ...(writeUnits > GOAL.writeUnits
      ? [`the writes ${(writeUnits / GOAL.writeUnits).toFixed(1)} times`]
      : []),
  ];
  return missed.length > 0 ? missed.join(", ") : "met";
};

const unitRows = ({ path, mailEvents, followUp, sweep }: StraightPath): string[] =>
  [
    {
      what: "pages, states and uploads",
      units: path,
      goal: `${GOAL.readUnits} read, ${GOAL.writeUnits} written`,
    },
    { what: "events of mails", units: mailEvents, goal: "" },
    { what: "follow-up for this dossier", units: followUp, goal: "" },
    { what: "one sweep, of no dossier", units: sweep, goal: "" },
  ].map(
    ({ what, units, goal }) =>
      `| ${what} | ${units.readUnits} | ${units.writeUnits} | ${units.calls} | ${goal} |`,
  );

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

const FLAT = 1.2;

function renderGrowth(growth: Growth): string[] {
  if (growth.length === 0) return [];
  const sizes = growth[0]?.at.map(({ dossiers }) => dossiers) ?? [];
  const header = ["what", ...sizes.flatMap((size) => [`${size}: ms`, "read units"]), "units, last to first"];
  const rows = growth.map(({ what, at }) => [
    what,
    ...at.flatMap(({ milliseconds, readUnits }) => [milliseconds, readUnits]),
    ratioOf(at).toFixed(1),
  ]);
  const flat = growth.filter(({ at }) => ratioOf(at) <= FLAT).length;
  return [
    "## Flat as it grows",
    "",
    `What reads dossiers, through the local cloud, with ${sizes.join(" and ")} dossiers of every stage and age in the table`,
    "(`npm run bench -- growth`; `GROWTH=100,200000` takes other numbers). A median of the milliseconds; the units of one reading.",
    "",
    ...[header, header.map(() => "--"), ...rows].map((cells) => `| ${cells.join(" | ")} |`),
    "",
    `${flat} of ${growth.length} read at most ${FLAT} times as much.`,
    "",
  ];
}

/** Read units with the most dossiers, to those with the fewest; of nothing read, 1. */
function ratioOf(at: Growth[number]["at"]): number {
  const [first, last] = [at[0]?.readUnits ?? 0, at.at(-1)?.readUnits ?? 0];
  return first === 0 ? (last === 0 ? 1 : Infinity) : last / first;
}

function renderThroughput(throughput: Throughput): string[] {
  if (throughput.length === 0) return [];
  const rows = throughput.map(
    ({ atOnce, perSecond, nextTask, act }) =>
      `| ${atOnce} | ${perSecond} | ${nextTask.p50} | ${nextTask.p95} | ${act.p50} | ${act.p95} | ${THROUGHPUT_GOAL[atOnce] ?? ""} |`,
  );
  return [
    "## Throughput",
    "",
    "Whole straight paths through the local cloud, in memory (`npm run bench -- throughput`). Milliseconds from a decision until",
    "the page of the next task opens, and of that page with its uploads and its decision.",
    "",
    "| at once | per second | next task: p50 | p95 | act: p50 | p95 | goal per second |",
    "| -- | -- | -- | -- | -- | -- | -- |",
    ...rows,
    "",
  ];
}

const THROUGHPUT_GOAL: Record<number, number> = { 1: 0.8, 8: 1.2 };

function renderDeveloper(developer: Developer): string[] {
  if (developer.length === 0) return [];
  const rows = developer.map(({ command, seconds, goal }) => `| \`${command}\` | ${seconds} | ${goal} |`);
  return [
    "## A developer's time",
    "",
    "Each command once, one after the other (`npm run bench -- developer`).",
    "",
    "| command | seconds | goal |",
    "| -- | -- | -- |",
    ...rows,
    "",
  ];
}
