import { expect, it } from "vitest";
import { PRICED } from "../../bench/costs.ts";
import prices from "../../bench/prices.json" with { type: "json" };
import { optionsOf } from "./prod.ts";
import { synthesized } from "./synthesized.ts";

it.each(["dev", "prod"])("every type of resource of %s has a price", (environment) => {
  const { template } = synthesized(optionsOf(environment));
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type));

  expect([...types].filter((type) => !(type in PRICED))).toEqual([]);
});

it("every price has a line, a date and a source, in the region that is deployed", () => {
  const named = Object.values(PRICED).flatMap((priced) => ("free" in priced ? [] : priced.lines));
  const { stack } = synthesized();

  expect(named.filter((name) => !(name in prices.lines))).toEqual([]);
  expect(Object.values(prices.lines).filter(({ source, published }) => !source || !published)).toEqual([]);
  expect(stack.environment.region).toBe(prices.region);
});
