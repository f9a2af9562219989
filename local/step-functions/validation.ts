import { definitionSchema } from "./definition-schema.ts";
import { programsWithin, type Program, type State, type StateMachineDefinition } from "./definition.ts";
import { isExpression, syntaxError } from "./expressions.ts";
import { isJsonObject } from "./json.ts";
import { checkState } from "./state-validation.ts";
import { refuseUnsupported } from "./unsupported.ts";

/** One thing wrong with a definition, as ValidateStateMachineDefinition answers it. */
export type Diagnostic = { severity: "ERROR"; code: string; message: string; location: string };

export type Report = (code: string, message: string, location: string) => void;

export type Validated = { diagnostics: Diagnostic[]; definition: StateMachineDefinition | undefined };

const SCHEMA = "SCHEMA_VALIDATION_FAILED";

/** Reads a definition; it is usable only when nothing is wrong with it. */
export function validate(text: string, type: string): Validated {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, message, location) =>
    diagnostics.push({ severity: "ERROR", code, message, location });
  const definition = read(text, report);
  if (definition) checkProgram(definition, "", type, report);
  return { diagnostics, definition: diagnostics.length === 0 ? definition : undefined };
}

/** The service's wording of everything that is wrong. */
export const wording = (diagnostics: Diagnostic[]) =>
  `Invalid State Machine Definition: '${diagnostics
    .map(({ code, message, location }) => `${code}: ${message}${location === "" ? "" : ` at ${location}`}`)
    .join(", ")}'`;

function read(text: string, report: Report): StateMachineDefinition | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    report("INVALID_JSON_DESCRIPTION", String(error), "");
    return undefined;
  }
  if (!isJsonObject(raw)) {
    report("INVALID_JSON_DESCRIPTION", "The definition must be a JSON object", "");
    return undefined;
  }
  if (refuseUnsupported(raw, report)) return undefined;
  const parsed = definitionSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) report(SCHEMA, message, pathOf(path));
  return undefined;
}

const pathOf = (path: PropertyKey[]) =>
  path.map((part) => (typeof part === "number" ? `[${part}]` : `/${String(part)}`)).join("");

function checkProgram(program: Program, path: string, type: string, report: Report): void {
  const names = new Set(Object.keys(program.States));
  const target = (name: string, location: string) => {
    if (!names.has(name)) report("MISSING_TRANSITION_TARGET", `Missing 'Next' target: ${name}`, location);
  };
  target(program.StartAt, `${path}/StartAt`);
  const reached = new Set([program.StartAt]);
  for (const [name, state] of Object.entries(program.States)) {
    const location = `${path}/States/${name}`;
    for (const { next, at } of targets(state)) {
      reached.add(next);
      target(next, location + at);
    }
    checkState(state, location, type, report);
    checkExpressions(state, location, report);
    for (const within of programsWithin(state)) {
      checkProgram(within.program, location + within.path, type, report);
    }
  }
  for (const name of names) {
    if (!reached.has(name))
      report("MISSING_TRANSITION_TARGET", `State "${name}" is not reachable.`, `${path}/States/${name}`);
  }
}

/** Every state that a state can lead to, with the field that says so. */
function targets(state: State): { next: string; at: string }[] {
  if (state.Type === "Choice") {
    const rules = state.Choices.map(({ Next }, index) => ({ next: Next, at: `/Choices[${index}]/Next` }));
    return state.Default === undefined ? rules : [...rules, { next: state.Default, at: "/Default" }];
  }
  const next = "Next" in state && state.Next !== undefined ? [{ next: state.Next, at: "/Next" }] : [];
  const catchers = "Catch" in state ? (state.Catch ?? []) : [];
  return [...next, ...catchers.map(({ Next }, index) => ({ next: Next, at: `/Catch[${index}]/Next` }))];
}

/** Programs within a state are checked as states of their own. */
function checkExpressions(value: unknown, location: string, report: Report): void {
  if (isExpression(value)) {
    const error = syntaxError(value);
    if (error !== undefined)
      report("INVALID_JSONATA_EXPRESSION", `The JSONata expression cannot be parsed: ${error}`, location);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === "States") continue;
    checkExpressions(item, Array.isArray(value) ? `${location}[${key}]` : `${location}/${key}`, report);
  }
}
