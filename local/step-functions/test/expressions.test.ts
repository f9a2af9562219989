import { describe, expect, test } from "vitest";
import { Stage } from "./stage.ts";

const SECOND = 1000;
const pass = (Output: unknown) => ({ Type: "Pass", Output, End: true });

/** The output of a Pass state with this expression. */
const outcome = (expression: string, input = {}) =>
  new Stage().run({ Do: pass(`{% ${expression} %}`) }, input);

describe("JSONata as in Step Functions", () => {
  test.each([
    ["$partition([1,2,3,4,5], 2)", [[1, 2], [3, 4], [5]]],
    ["$partition([1,2,3], 2.9)", [[1, 2], [3]]],
    ["$range(10, 1, -4)", [10, 6, 2]],
    ["$range(-1.7, 2, 1)", [-1, 0, 1, 2]],
    ["$range(1, 9, 9)", 1],
    ["$count($range(1, 200000, 1))", 200_000],
    ["$hash('input data', 'SHA-1')", "aaff4a450a104cd177d28d18d74485e8cae074b7"],
    ["$random(42)", 0.7275636800328681],
    ["$length($uuid())", 36],
    ["$parse('{\"a\":[1]}')", { a: [1] }],
    ["$exists($eval)", false],
    ["$states.input.list[id = 2]", { id: 2 }],
    ["[1/0, -1/0, 0/0]", ["Infinity", "-Infinity", "NaN"]],
  ])("%s", async (expression, result) => {
    const ended = await outcome(expression, { list: [{ id: 1 }, { id: 2 }] });

    expect(JSON.parse(String(ended.output))).toEqual(result);
  });

  test("knows only the time of the clock", async () => {
    const stage = new Stage();
    await stage.clock.advance(1_000_000 * SECOND);
    const ended = await stage.run({ Do: pass(["{% $millis() %}", "{% $toMillis($now()) %}"]) });

    for (const time of JSON.parse(String(ended.output)))
      expect(Math.abs(time - stage.clock.now())).toBeLessThan(10 * SECOND);
  });
});

describe("an expression without a value fails the state", () => {
  const deep = (terms: number) => Array.from({ length: terms }, () => "1").join("+");
  const NOTHING = "returned nothing (undefined).";
  const TOO_LARGE =
    "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage";

  test.each([
    ["$states.input.absent", NOTHING],
    ["$partition([1], 0)", NOTHING],
    ["$partition([], 2)", NOTHING],
    ["$range(1, 5)", NOTHING],
    ["$range(1, 5, -1)", NOTHING],
    ["$hash('a')", NOTHING],
    ["function($x) { $x }", "returned an unsupported result type."],
    ["[function($x) { $x }]", "returned an unsupported result type."],
    ["$eval('1')", "threw an error during evaluation. T1006: Attempted to invoke a non-function"],
    ["$error('No')", "threw an error during evaluation. D3137: No"],
    ["$count([1..900000])", TOO_LARGE],
    ["$count($range(1, 360146, 1))", TOO_LARGE],
  ])("%s", async (expression, told) => {
    const ended = await outcome(expression);

    expect(ended).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
    expect(ended.cause).toContain(`'${expression}' specified for the field 'Output' ${told}`);
  });

  test("one that nests deeper than in the service", async () => {
    const deepest = await outcome(deep(100));
    const tooDeep = await outcome(deep(101));

    expect(deepest.output).toBe("100");
    expect(tooDeep.cause).toMatch(/: Stack overflow error: .*Depth=101 max=100$/);
  });
});
