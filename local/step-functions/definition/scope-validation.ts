import { programsWithin, type Program, type State } from "./definition.ts";
import type { Report } from "./report.ts";

const SCHEMA = "SCHEMA_VALIDATION_FAILED";
/** Names of variables are identifiers of at most 80 characters. */
const VARIABLE = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

/** State names are unique in the whole state machine. */
export function checkStateNames(
  program: Program,
  report: Report,
  path = "",
  taken = new Set<string>(),
): void {
  for (const [name, state] of Object.entries(program.States)) {
    const location = `${path}/States/${name}`;
    if (taken.has(name)) report("DUPLICATE_STATE_NAME", `Duplicate State name: ${name}`, location);
    taken.add(name);
    for (const within of programsWithin(state)) {
      checkStateNames(within.program, report, location + within.path, taken);
    }
  }
}

/**
 * A state machine, a branch and an item processor are each a scope. `outer`: the variables of the enclosing scopes,
 * which no inner state may assign, even where another state assigns them later.
 */
export function checkVariables(
  program: Program,
  report: Report,
  path = "",
  outer: ReadonlySet<string> = new Set(),
): void {
  const states = Object.entries(program.States);
  const visible = new Set([
    ...outer,
    ...states.flatMap(([, state]) => assigned(state).map(({ name }) => name)),
  ]);
  for (const [stateName, state] of states) {
    const location = `${path}/States/${stateName}`;
    for (const { name, at } of assigned(state)) {
      const problem = problemOf(name, outer);
      if (problem !== undefined) report(SCHEMA, problem, location + at);
    }
    for (const within of programsWithin(state)) {
      checkVariables(within.program, report, location + within.path, visible);
    }
  }
}

function problemOf(name: string, outer: ReadonlySet<string>): string | undefined {
  if (name === "states") return "The variable name 'states' is reserved";
  if (!VARIABLE.test(name)) return `'${name}' is not a name for a variable`;
  return outer.has(name) ? `The variable '${name}' is assigned in an outer scope` : undefined;
}

/** All variables that a state assigns, on any exit, each with its path. */
function assigned(state: State): { name: string; at: string }[] {
  const catchers = "Catch" in state ? (state.Catch ?? []) : [];
  const rules = state.Type === "Choice" ? state.Choices : [];
  const ways = [
    { assign: "Assign" in state ? state.Assign : undefined, at: "/Assign" },
    ...rules.map(({ Assign }, index) => ({ assign: Assign, at: `/Choices[${index}]/Assign` })),
    ...catchers.map(({ Assign }, index) => ({ assign: Assign, at: `/Catch[${index}]/Assign` })),
  ];
  return ways.flatMap(({ assign = {}, at }) =>
    Object.keys(assign).map((name) => ({ name, at: `${at}/${name}` })),
  );
}
