import { describe, expect, test } from "vitest";
import { validate, wording } from "../definition/validation.ts";
import { definitionOf, ROLE, Stage } from "./stage.ts";

/** The problems of these states, starting at the first, as one text. */
const problems = (states: { [name: string]: object }, top: object = {}) =>
  wording(validate(JSON.stringify(definitionOf(states, top))).diagnostics);
const isValid = (states: { [name: string]: object }, top: object = {}) =>
  validate(JSON.stringify(definitionOf(states, top))).definition !== undefined;

const task = (more: object) => ({ Type: "Task", Resource: "arn:aws:states:::lambda:invoke", ...more });
const end = { Type: "Succeed" };

describe("CreateStateMachine", () => {
  const create = (definition: object, more: object = {}) =>
    new Stage().refused("CreateStateMachine", {
      name: "m",
      definition: JSON.stringify(definition),
      roleArn: ROLE,
      ...more,
    });
  const machine = (state: object) => ({
    QueryLanguage: "JSONata",
    StartAt: "A",
    States: { A: { End: true, ...state } },
  });

  test.each([
    ["JSONPath", { StartAt: "A", States: { A: { Type: "Pass", End: true } } }],
    ["'QueryLanguage' can not be 'JSONPath'", machine({ Type: "Pass", QueryLanguage: "JSONPath" })],
    ["field 'ResultPath' is only supported for", machine({ Type: "Pass", ResultPath: "$" })],
    [
      "arn:aws:states:::sqs:sendMessage",
      machine({ Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage" }),
    ],
    [
      "arn:aws:states:eu-west-1:123456789012:activity:a",
      machine({ Type: "Task", Resource: "arn:aws:states:eu-west-1:123456789012:activity:a" }),
    ],
    ["'ItemBatcher'", machine({ Type: "Map", ItemBatcher: {}, ItemProcessor: machine({ Type: "Pass" }) })],
    [
      "DISTRIBUTED",
      machine({
        Type: "Map",
        ItemProcessor: { ...machine({ Type: "Pass" }), ProcessorConfig: { Mode: "DISTRIBUTED" } },
      }),
    ],
    ["Missing 'Next' target: B", machine({ Type: "Pass", End: undefined, Next: "B" })],
    ["FunctionName", machine({ Type: "Task", Resource: "arn:aws:states:::lambda:invoke", Arguments: {} })],
    ["'Next' or 'End'", machine({ Type: "Pass", End: undefined })],
    ["/States/A/Seconds", machine({ Type: "Wait", Seconds: -1 })],
    ["'Seconds' and 'Timestamp'", machine({ Type: "Wait" })],
    ["reserved", machine({ Type: "Pass", Assign: { states: 1 } })],
  ])("refuses %s by name", async (named, definition) => {
    const refused = await create(definition);

    expect(refused.__type).toBe("InvalidDefinition");
    expect(refused.message).toContain(named);
  });
});

test("a definition is told everything that is wrong, and where", () => {
  expect(problems({ A: { Type: "Pass", Next: "B" } })).toContain(
    "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next, MISSING_END_STATE",
  );
});

describe("expressions are read when the state machine is created", () => {
  test.each([
    ["a[1,2)", 'INVALID_JSONATA_EXPRESSION: Expected "]", got "," at /States/A/Output/v'],
    ["1 +", "INVALID_JSONATA_EXPRESSION: Unexpected end of expression at"],
    [
      "$states.input.a ?? 1",
      'INVALID_JSONATA_EXPRESSION: The symbol "?" cannot be used as a unary operator at',
    ],
    [
      "$states.input.a ?: 1",
      'INVALID_JSONATA_EXPRESSION: The symbol ":" cannot be used as a unary operator at',
    ],
    ["phone", "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at"],
    ["$.phone", "Reference to '$' at the top level is not supported."],
    ["$map($states.input.a, function($x) { b })", "Reference to 'b' at the top level is not supported."],
    ["$$.phone", "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported. at"],
    ["$states.errorOutput", "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.errorOutput' does not exist. at"],
    ["$states.result", "Field '$states.result' does not exist."],
  ])("refuses %s", (expression, told) => {
    expect(problems({ A: { Type: "Pass", Output: { v: `{% ${expression} %}` }, End: true } })).toContain(
      told,
    );
  });

  test.each([
    "$states.input.items[phone > 3].{ 'a': b }",
    "$states.input.items^(>price)",
    "$map($states.input.a, function($x) { $x.phone })",
    "$exists($states.input.a) ? $states.input.a : 1",
    "$unknown",
    "$match($states.input.a, /(?:b)??/)",
  ])("accepts %s", (expression) => {
    expect(isValid({ A: { Type: "Pass", Output: `{% ${expression} %}`, End: true } })).toBe(true);
  });

  test("the result and the error of a state exist only in its fields that have them", () => {
    const caught = (more: object) => [{ ErrorEquals: ["States.ALL"], Next: "B", ...more }];
    const given = { Arguments: { FunctionName: "f" }, Next: "B" };

    expect(
      isValid({
        A: task({
          ...{ ...given, Output: "{% $states.result %}", Assign: { a: "{% $states.result.b %}" } },
          Catch: caught({ Output: "{% $states.errorOutput.Error %}" }),
        }),
        B: end,
      }),
    ).toBe(true);
    expect(
      problems({
        A: task({
          ...{ ...given, Arguments: { FunctionName: "{% $states.result %}" } },
          ...{ Output: "{% $states.errorOutput %}", Catch: caught({ Output: "{% $states.result %}" }) },
        }),
        B: end,
      }).match(/'\$states\.\w+' does not exist\. at [^,']+/g),
    ).toEqual([
      "'$states.result' does not exist. at /States/A/Arguments/FunctionName",
      "'$states.errorOutput' does not exist. at /States/A/Output",
      "'$states.result' does not exist. at /States/A/Catch[0]/Output",
    ]);
  });

  test("a comment is no expression; blanks around the delimiters make a text; a single delimiter is an error", () => {
    expect(isValid({ A: { Type: "Pass", Comment: "{% phone %}", Output: " {% phone %} ", End: true } })).toBe(
      true,
    );
    expect(problems({ A: { Type: "Pass", Output: "{% $states.input", End: true } })).toContain(
      "must begin with '{%' and end with '%}' at /States/A/Output",
    );
  });
});

describe("the states of a state machine", () => {
  const loop = { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } };

  test("come to an end", () => {
    expect(problems(loop)).toBe(
      "Invalid State Machine Definition: 'MISSING_END_STATE: Workflow has no terminal state at null'",
    );
  });

  test("can all be reached from the first", () => {
    const lost = { C: { Type: "Pass", Next: "D" }, D: { Type: "Pass", Next: "C" }, E: end };

    expect(problems({ ...loop, ...lost })).toContain('State "C" is not reachable. at /States/C');
  });

  test("have unique names, also in branches", () => {
    const branch = { StartAt: "A", States: { A: end } };

    expect(problems({ A: { Type: "Parallel", Branches: [branch], End: true } })).toContain(
      "DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A/Branches[0]/States/A",
    );
  });

  test("do not assign a variable of an enclosing scope, wherever that is assigned", () => {
    const branch = { StartAt: "B", States: { B: { Type: "Pass", Assign: { a: 1 }, End: true } } };

    expect(
      problems({
        A: { Type: "Parallel", Branches: [branch], Next: "C" },
        C: { Type: "Pass", Assign: { a: 2 }, End: true },
      }),
    ).toContain("The variable 'a' is assigned in an outer scope at /States/A/Branches[0]/States/B/Assign/a'");
  });

  test.each([
    ["Field 'Assign' is not supported at /States/A'", { Type: "Succeed", Assign: { a: 1 } }],
    ["Field 'Catch' is not supported at /States/A'", { Type: "Pass", End: true, Catch: [] }],
    ["The field 'Resource' is required but was missing at /States/A'", { Type: "Task", End: true }],
    ["Minimum value is 0 at /States/A/Seconds'", { Type: "Wait", Seconds: -1, End: true }],
    ["Expected value of type [STRING] at /States/A/Next'", { Type: "Pass", Next: 1 }],
    [
      "Value should be one of the following: [FULL, NONE] at /States/A/Retry[0]/JitterStrategy'",
      task({ Retry: [{ ErrorEquals: ["E"], JitterStrategy: "HALF" }], End: true }),
    ],
  ])("have the fields of their type: %s", (told, state) => {
    expect(problems({ A: state })).toContain(`SCHEMA_VALIDATION_FAILED: ${told}`);
  });
});
test("JSONata may be the language of each state instead of the whole", () => {
  const states = { A: { Type: "Pass", QueryLanguage: "JSONata", Output: 1, End: true } };

  expect(isValid(states, { QueryLanguage: "JSONPath" })).toBe(true);
  expect(isValid(states, { QueryLanguage: undefined })).toBe(true);
});
