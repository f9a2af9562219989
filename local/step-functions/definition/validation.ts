import type { Diagnostic, Report } from "./report.ts";
import { definitionSchema } from "./definition-schema.ts";
import { programsWithin, type Program, type State, type StateMachineDefinition } from "./definition.ts";
import { checkExpressions } from "./expression-validation.ts";
import { isJsonObject } from "../values/json.ts";
import { worded } from "./schema-wording.ts";
import { checkStateNames, checkVariables } from "./scope-validation.ts";
import { checkState } from "./state-validation.ts";
import { refuseUnsupported } from "./unsupported.ts";

export type Validated = { diagnostics: Diagnostic[]; definition: StateMachineDefinition | undefined };

const SCHEMA = "SCHEMA_VALIDATION_FAILED";
const NO_JSON = "INVALID_JSON_DESCRIPTION";
const NO_TARGET = "MISSING_TRANSITION_TARGET";

/** Reads a definition, which is usable only without problems. */
export function validate(text: string): Validated {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, message, location) =>
    diagnostics.push({ severity: "ERROR", code, message, ...(location === undefined ? {} : { location }) });
  const definition = read(text, report);
  if (definition) {
    checkProgram(definition, "", report);
    checkStateNames(definition, report);
    checkVariables(definition, report);
  }
  return { diagnostics, definition: diagnostics.length === 0 ? definition : undefined };
}

/** All problems in the words of the service. */
export const wording = (diagnostics: Diagnostic[]) =>
  `Invalid State Machine Definition: '${diagnostics
    .map(({ code, message, location = null }) =>
      code === NO_JSON ? `${code}: ${message}` : `${code}: ${message} at ${location}`,
    )
    .join(", ")}'`;

function read(text: string, report: Report): StateMachineDefinition | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    report(NO_JSON, String(error));
    return undefined;
  }
  if (!isJsonObject(raw)) {
    report(NO_JSON, "The definition must be a JSON object");
    return undefined;
  }
  if (refuseUnsupported(raw, report)) return undefined;
  const parsed = definitionSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const { message, location } of parsed.error.issues.flatMap(worded)) report(SCHEMA, message, location);
  return undefined;
}

function checkProgram(program: Program, path: string, report: Report): void {
  const names = new Set(Object.keys(program.States));
  const target = (name: string, location: string) => {
    if (!names.has(name)) report(NO_TARGET, `Missing 'Next' target: ${name}`, location);
  };
  target(program.StartAt, `${path}/StartAt`);
  for (const [name, state] of Object.entries(program.States)) {
    const location = `${path}/States/${name}`;
    for (const { next, at } of targets(state)) target(next, location + at);
    checkState(state, location, report);
    checkExpressions(state, location, report);
    for (const within of programsWithin(state)) {
      checkProgram(within.program, location + within.path, report);
    }
  }
  checkGraph(program, path, report);
}

const isTerminal = (state: State) =>
  state.Type === "Succeed" || state.Type === "Fail" || ("End" in state && state.End === true);

/** Only the state machine itself needs an end; without one, the service checks no further. */
function checkGraph(program: Program, path: string, report: Report): void {
  if (path === "" && !Object.values(program.States).some(isTerminal)) {
    return report("MISSING_END_STATE", "Workflow has no terminal state");
  }
  const reached = reachable(program);
  for (const name of Object.keys(program.States)) {
    if (!reached.has(name)) report(NO_TARGET, `State "${name}" is not reachable.`, `${path}/States/${name}`);
  }
}

function reachable({ StartAt, States }: Program): Set<string> {
  const reached = new Set([StartAt]);
  // Iterating over a set includes elements that are added meanwhile.
  for (const name of reached) {
    const state = Object.hasOwn(States, name) ? States[name] : undefined;
    for (const { next } of state ? targets(state) : []) reached.add(next);
  }
  return reached;
}

/** All successors of a state, with the field of each. */
function targets(state: State): { next: string; at: string }[] {
  if (state.Type === "Choice") {
    const rules = state.Choices.map(({ Next }, index) => ({ next: Next, at: `/Choices[${index}]/Next` }));
    return state.Default === undefined ? rules : [...rules, { next: state.Default, at: "/Default" }];
  }
  const next = "Next" in state && state.Next !== undefined ? [{ next: state.Next, at: "/Next" }] : [];
  const catchers = "Catch" in state ? (state.Catch ?? []) : [];
  return [...next, ...catchers.map(({ Next }, index) => ({ next: Next, at: `/Catch[${index}]/Next` }))];
}
