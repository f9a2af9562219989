import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { renderPerformance, Results } from "../../bench/report.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
it("docs/performance.md has the figures of bench/results.json (npm run bench)", () => {
  const results = Results.parse(JSON.parse(read("bench/results.json")));

  expect(read("docs/performance.md")).toBe(renderPerformance(results));
});
