import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { measureColdStarts } from "./cold-start.ts";
import { measureDeveloper } from "./developer.ts";
import { measureGrowth } from "./growth.ts";
import { renderPerformance, Results } from "./report.ts";
import { measureThroughput } from "./throughput.ts";
import { measureStraightPath } from "./straight-path.ts";

/** Enough for a median on a machine that does other work as well. */
const ROUNDS = 7;
const FILE = join(import.meta.dirname, "results.json");

const PARTS: Record<string, () => Promise<Partial<Results>> | Partial<Results>> = {
  "cold-start": () => ({ rounds: ROUNDS, coldStarts: measureColdStarts(ROUNDS) }),
  "straight-path": async () => ({ straightPath: await measureStraightPath() }),
  throughput: async () => ({ throughput: await measureThroughput() }),
  developer: async () => ({ developer: await measureDeveloper() }),
  growth: async () => ({ growth: await measureGrowth(ROUNDS) }),
};

/** `npm run bench` measures all parts; `npm run bench -- <part>…` some of them, and keeps the other figures. */
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`Unknown: ${unknown.join(", ")}. Parts: ${Object.keys(PARTS).join(", ")}`);

const measured: Partial<Results>[] = [];
for (const [name, measure] of Object.entries(PARTS))
  if (named.length === 0 || named.includes(name)) measured.push(await measure());
const known: unknown = JSON.parse(readFileSync(FILE, "utf8"));
const machine = { node: process.versions.node, processors: availableParallelism() };
const results = Results.parse(Object.assign({}, known, machine, ...measured));
const page = renderPerformance(results);
writeFileSync(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
writeFileSync(join(import.meta.dirname, "../docs/performance.md"), page);
console.log(page);
