import type { State } from "./definition.ts";
import {
  laterOperator,
  namesRoot,
  statesFields,
  topLevelReferences,
} from "../expressions/expression-references.ts";
import { isExpression, parse } from "../expressions/expressions.ts";
import type { Report } from "./report.ts";

const INVALID = "INVALID_JSONATA_EXPRESSION";
const UNSUPPORTED = "UNSUPPORTED_JSONATA_EXPRESSION";

/** Fields that may contain expressions, with only input and context in `$states`. */
const FIELDS = [
  ...[
    "Arguments",
    "Credentials",
    "TimeoutSeconds",
    "HeartbeatSeconds",
    "Seconds",
    "Timestamp",
    "Error",
    "Cause",
  ],
  ...["Items", "ItemSelector", "MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage"],
];
const HAVE_RESULT = new Set(["Task", "Parallel", "Map"]);

type Sees = "result" | "errorOutput";

/** Checks all expressions of a state: their syntax, and their references. */
export function checkExpressions(state: State, location: string, report: Report): void {
  const check = (fields: object, names: string[], at: string, sees?: Sees) => {
    for (const [name, value] of Object.entries(fields)) {
      if (names.includes(name)) checkTemplate(value, `${at}/${name}`, sees, report);
    }
  };
  check(state, FIELDS, location);
  check(state, ["Output", "Assign"], location, HAVE_RESULT.has(state.Type) ? "result" : undefined);
  for (const [index, rule] of (state.Type === "Choice" ? state.Choices : []).entries())
    check(rule, ["Condition", "Output", "Assign"], `${location}/Choices[${index}]`);
  for (const [index, catcher] of ("Catch" in state ? (state.Catch ?? []) : []).entries())
    check(catcher, ["Output", "Assign"], `${location}/Catch[${index}]`, "errorOutput");
}

function checkTemplate(value: unknown, location: string, sees: Sees | undefined, report: Report): void {
  if (typeof value === "string") return checkText(value, location, sees, report);
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${location}[${key}]` : `${location}/${key}`;
    checkTemplate(item, at, sees, report);
  }
}

function checkText(text: string, location: string, sees: Sees | undefined, report: Report): void {
  if (!isExpression(text)) {
    if (text.startsWith("{%") || text.endsWith("%}"))
      report(INVALID, "An expression must begin with '{%' and end with '%}'", location);
    return;
  }
  const parsed = parse(text);
  if ("error" in parsed) return report(INVALID, parsed.error, location);
  const later = laterOperator(parsed.tree);
  if (later) return report(INVALID, `The symbol "${later[1]}" cannot be used as a unary operator`, location);
  if (namesRoot(parsed.tree)) report(UNSUPPORTED, "Reference to '$$' is not supported.", location);
  for (const name of topLevelReferences(parsed.tree))
    report(UNSUPPORTED, `Reference to '${name}' at the top level is not supported.`, location);
  for (const field of statesFields(parsed.tree)) {
    if (field !== "input" && field !== "context" && field !== sees)
      report(UNSUPPORTED, `Field '$states.${field}' does not exist.`, location);
  }
}
