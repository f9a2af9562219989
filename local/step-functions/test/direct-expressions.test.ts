import fc from "fast-check";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import { direct } from "../expressions/direct-expressions.ts";

const directOf = (source: string) => direct(jsonata(source).ast());

test.each([
  "$states.input.order",
  "$count",
  "$states.input.`two words`",
  "'text'",
  "12",
  "true",
  "$states.input.order > 100",
  "($states.input.a = 'x') and $b != 2 or $c",
])("needs no interpreter for %s", (source) => {
  expect(directOf(source)).toBeTypeOf("function");
});

test.each([
  "$states.input.items[0]",
  "$states.input.items[]",
  "$states.input.a.*",
  "$states.input.items^(order)",
  "$states.input.a{b: 1}",
  "order",
  "$.a",
  "$count($a)",
  "$a := 1",
  "null = $a",
  "$a ? 1 : 2",
  "$a in [1, 2]",
])("leaves %s to JSONata", (source) => {
  const evaluate = directOf(source);

  expect(evaluate?.({ a: 1, states: { input: { a: { b: 1 }, items: [{ order: 1 }] } } })).toBeUndefined();
});

const variable = fc.constantFrom("$x", "$y", "$x.a", "$y.a", "$x.a.b", "$x.b");
const literal = fc.constantFrom("1", "2", "'a'", "'b'", "true", "false");
const comparison = fc
  .tuple(
    fc.oneof(variable, literal),
    fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
    fc.oneof(variable, literal),
  )
  .map((parts) => parts.join(" "));
const expression = fc.oneof(
  variable,
  comparison,
  fc
    .tuple(fc.oneof(comparison, variable), fc.constantFrom("and", "or"), comparison)
    .map(([left, operator, right]) => `(${left}) ${operator} ${right}`),
);
const scalar = fc.constantFrom(1, 2, 0, "a", "b", "", true, false, null);
const within = (of: fc.Arbitrary<unknown>) =>
  fc.oneof(
    of,
    fc.array(of, { maxLength: 3 }),
    fc.record({ a: of, b: of }, { requiredKeys: [] }) as fc.Arbitrary<unknown>,
  );
const value = within(within(scalar));

test("returns JSONata's result, or undefined", async () => {
  await fc.assert(
    fc.asyncProperty(expression, value, value, async (source, x, y) => {
      const bindings = JSON.parse(JSON.stringify({ x, y })) as { [name: string]: never };
      const answer = directOf(source)?.(bindings);
      if (answer === undefined) return;

      const expected: unknown = await jsonata(source).evaluate(undefined, bindings);

      expect(answer).toEqual(JSON.parse(JSON.stringify(expected)));
    }),
    { numRuns: 2000 },
  );
});
