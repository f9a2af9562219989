import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stalePages } from "../../docs/generate.ts";
import { collectRules } from "../../docs/rules.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const readAll = (pattern: string) => globSync(pattern, { cwd: root }).map(read).join("\n");

it("the generated pages say what the code says (npm run generate)", { timeout: 120_000 }, async () => {
  expect(await stalePages()).toEqual([]);
});

/** Citations of a page in comments, by the number of a rule or by a heading. */
const CITED = /(design|the process|domain), (?:rule (\d+)|"([A-Z][^"]+)")/g;
const PAGES: Record<string, string> = {
  design: "docs/design.md",
  "the process": "docs/process.md",
  domain: "docs/domain.md",
};

it("citations of pages in comments exist", () => {
  const code = readAll("{functions,statemachine,infra,local,test}/**/*.{ts,tsx}").replace(/\n\s*\* /g, " ");
  const cited = [...code.matchAll(CITED)].map(([citation, page = "", rule, heading]) => ({
    citation,
    isThere: `${read(PAGES[page] ?? "")}\n`.includes(
      rule === undefined ? `\n## ${heading}\n` : `\n${rule}. **`,
    ),
  }));

  expect(cited.length).toBeGreaterThan(30);
  expect(cited.filter(({ isThere }) => !isThere).map(({ citation }) => citation)).toEqual([]);
});

describe("every rule", () => {
  const rules = collectRules(root);
  const ids = rules.map(({ id }) => id);

  it("has an id of its own and a source", () => {
    expect(rules.length).toBeGreaterThan(10);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    expect(rules.filter(({ source }) => source === "")).toEqual([]);
  });

  it("that refuses people something has its row", () => {
    const code = readAll("functions/**/*.{ts,tsx}");
    const shown = [...code.matchAll(/refused\(\s*"([^"]+)"|rule: "([^"]+)"/g)].map(
      ([, refused, named]) => refused ?? named,
    );
    const rows = read("docs/rules.md");

    expect(shown.length).toBeGreaterThan(50);
    expect([...new Set(shown)].filter((id) => !rows.includes(`\n| ${id} |`))).toEqual([]);
  });

  it("is named by the test of it", () => {
    const tests = readAll("test/**/*.{ts,tsx}");

    expect(ids.filter((id) => !tests.includes(id))).toEqual([]);
  });
});
