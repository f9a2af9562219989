import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { measureColdStarts } from "./cold-start.ts";
import { renderPerformance, type Results } from "./report.ts";

/** Enough for a median on a machine that does other work as well. */
const ROUNDS = 7;

const results: Results = {
  node: process.versions.node,
  processors: availableParallelism(),
  rounds: ROUNDS,
  coldStarts: measureColdStarts(ROUNDS),
};
const page = renderPerformance(results);
writeFileSync(join(import.meta.dirname, "results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
writeFileSync(join(import.meta.dirname, "../docs/performance.md"), page);
console.log(page);
