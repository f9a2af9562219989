import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ROOT = new URL("../..", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
const spelledOut = (pattern: string): string[] => {
  const [, before = "", options = "", after = ""] = /^(.*?)\{([^}]+)\}(.*)$/.exec(pattern) ?? [];
  return before === "" ? [pattern] : options.split(",").flatMap((one) => spelledOut(before + one + after));
};

it("docs/testing.md and vitest.config.ts name test files and folders that exist", () => {
  const named = [
    ...read("docs/testing.md").matchAll(/`(test\/[\w./-]+)`/g),
    ...read("vitest.config.ts").matchAll(/"(test\/[^"]+)"/g),
  ].flatMap(([, pattern = ""]) => spelledOut(pattern));

  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((one) => !/\.tsx$/.test(one) && globSync(one, { cwd: ROOT }).length === 0)).toEqual([]);
});

it("CI runs every test, on walks that are the same each time", () => {
  expect(read(".ci/run")).toMatch(/^WALKS=\d+ WALK_SEED=\d+ npm run test:all$/m);
});
