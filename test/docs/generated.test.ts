import { join } from "node:path";
import { expect, it } from "vitest";
import { stalePages } from "../../docs/generate.ts";
import { collectRules } from "../../docs/rules.ts";

it("the generated pages say what the code says (npm run docs)", () => {
  expect(stalePages()).toEqual([]);
});

it("every rule has an id of its own and a source", () => {
  const rules = collectRules(join(import.meta.dirname, "../.."));
  const ids = rules.map(({ id }) => id);

  expect(rules.length).toBeGreaterThan(10);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  expect(rules.filter(({ source }) => source === "")).toEqual([]);
});
