import type { ActiveState } from "../run/active-state.ts";
import type { ParallelState } from "../definition/definition.ts";
import { enter } from "./flow.ts";

/** Every branch starts with the state's input, or with its Arguments. */
export async function beginParallel(active: ActiveState<ParallelState>): Promise<void> {
  const { run, branch, state, visit } = active;
  const input =
    state.Arguments === undefined ? visit.input : await active.evaluate(state.Arguments, "Arguments");
  active.checkSize(run.textOf(input));
  active.record("ParallelStateStarted");
  visit.phase = "branches";
  for (const [index, { StartAt }] of state.Branches.entries()) {
    const child = run.branches.add({ parent: branch.id, index, previous: branch.previous });
    enter(run, child, StartAt, input);
  }
}
