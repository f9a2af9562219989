import { ActiveState, type Seen } from "../run/active-state.ts";
import { finish } from "../run/ending.ts";
import { STATE_EVENTS, WHOLE } from "../run/history-events.ts";
import { type Json, type JsonObject } from "../values/json.ts";
import type { Branch } from "../store/records.ts";
import type { Run } from "../run/run.ts";

/** Transitions between states: entering and leaving. Each function adds the same events as the service. */

export function enter(run: Run, branch: Branch, name: string, input: Json): void {
  const state = run.branches.programOf(branch).States[name];
  if (!state) throw new Error(`No state '${name}' in ${run.record.arn}`);
  const enteredPrevious = branch.previous;
  const details = { name, input: run.textOf(input), inputDetails: WHOLE };
  const enteredId = run.write(STATE_EVENTS[state.Type].entered, enteredPrevious, details);
  branch.previous = enteredId;
  branch.visit = {
    ...{ state: name, input, enteredAt: run.services.clock.now(), enteredId, enteredPrevious },
    ...{ phase: "begin", retryCount: 0, retries: [], attempt: 0 },
  };
  run.services.entered();
  run.branches.keep(branch);
  run.ready.push(branch);
}

export function activeState(run: Run, branch: Branch): ActiveState | undefined {
  return branch.visit && new ActiveState(run, branch, branch.visit, run.branches.stateOf(branch));
}

/** Completes a state: Output and Assign, then the next state. `result`: the value of `$states.result`. */
export async function succeed(active: ActiveState, result?: Json): Promise<void> {
  const { state } = active;
  const seen: Seen = result === undefined ? {} : { result };
  const next = "Next" in state ? state.Next : undefined;
  const output = "Output" in state ? state.Output : undefined;
  const assign = "Assign" in state ? state.Assign : undefined;
  await leave(active, { output, assign, otherwise: result ?? active.visit.input, next, seen, location: "" });
}

/** Completes a Parallel or Map: `…StateSucceeded`, which no later event refers to, and the results as one array. */
export async function succeedWithResults(active: ActiveState, results: Json[]): Promise<void> {
  active.run.write(`${active.state.Type}StateSucceeded`, active.branch.previous);
  await succeed(active, results);
}

/** Fields of a transition: the state's own Output and Assign, or those of a choice rule or catcher. */
export type Leaving = {
  output: Json | undefined;
  assign: JsonObject | undefined;
  /** The default output, without an Output. */
  otherwise: Json;
  /** The next state; undefined ends the branch. */
  next: string | undefined;
  seen: Seen;
  /** Path prefix of the fields, as in `Choices[0]/`. */
  location: string;
};

export async function leave(active: ActiveState, leaving: Leaving): Promise<void> {
  const { run, branch, visit, state } = active;
  const { assign, otherwise, next, seen, location } = leaving;
  const assigned = assign && (await active.evaluate(assign, `${location}Assign`, seen));
  const output =
    leaving.output === undefined
      ? otherwise
      : await active.evaluate(leaving.output, `${location}Output`, seen);
  const text = run.textOf(output);
  active.checkSize(text);
  const variables = assignedTexts(assigned);
  active.checkSize(Object.values(variables ?? {}).join());
  const details = { name: visit.state, output: text, outputDetails: WHOLE };
  const assigning = variables && { assignedVariables: variables, assignedVariablesDetails: WHOLE };
  active.record(STATE_EVENTS[state.Type].exited, { ...details, ...assigning });
  Object.assign(branch.variables, assigned);
  run.branches.removeChildren(branch);
  if (next !== undefined) return enter(run, branch, next, output);
  return end(run, branch, output);
}

function assignedTexts(assigned: Json | undefined): { [name: string]: string } | undefined {
  if (assigned === undefined || assigned === null) return undefined;
  return Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]));
}

async function end(run: Run, branch: Branch, output: Json): Promise<void> {
  delete branch.visit;
  branch.output = output;
  run.branches.keep(branch);
  const parent = run.branches.parentOf(branch);
  if (parent) return run.services.branchEnded(run, parent, branch);
  finish(run, "SUCCEEDED", { output: run.textOf(output) });
}
