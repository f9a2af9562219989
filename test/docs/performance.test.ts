import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { renderPerformance, Results } from "../../bench/report.ts";
import { entryFiles } from "../../infra/constructs/bundles.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const results = Results.parse(JSON.parse(read("bench/results.json")));

it("docs/performance.md has the figures of bench/results.json (npm run bench)", () => {
  expect(read("docs/performance.md")).toBe(renderPerformance(results));
});

it("every bundle was measured", () => {
  const bundles = entryFiles().map((path) => path.replace(/^.*\/|\.ts$/g, ""));

  expect(results.coldStarts.map(({ bundle }) => bundle)).toEqual(bundles);
});
