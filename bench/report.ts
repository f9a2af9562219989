import * as z from "zod";
import { ColdStart } from "./cold-start.ts";

/** What `npm run bench` measured last, on what. */
export const Results = z.object({
  node: z.string(),
  processors: z.number(),
  rounds: z.number(),
  coldStarts: z.array(ColdStart),
});
export type Results = z.infer<typeof Results>;

const WEB = ["admin-web", "public-web"];

/** docs/performance.md. */
export function renderPerformance({ node, processors, rounds, coldStarts }: Results): string {
  const rows = coldStarts.map(
    ({ bundle, kilobytes, importMs, sdkMs, emptyMs }) =>
      `| ${bundle} | ${kilobytes} | ${importMs} | ${sdkMs} | ${emptyMs} | ${(importMs / sdkMs).toFixed(1)} | ${WEB.includes(bundle) ? "1.6" : "1.3"} |`,
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
  ].join("\n");
}
