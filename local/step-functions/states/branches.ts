import type { ActiveState } from "../run/active-state.ts";
import type { MapState } from "../definition/definition.ts";
import { attempt } from "./failing.ts";
import { activeState, succeedWithResults } from "./flow.ts";
import type { Branch } from "../store/records.ts";
import type { Run } from "../run/run.ts";
import { startIterations } from "./map.ts";

/** A branch of a Parallel or an iteration of a Map ended. */
export async function branchEnded(run: Run, parent: Branch, child: Branch): Promise<void> {
  const active = activeState(run, parent);
  if (!active) return;
  parent.previous = child.previous;
  run.branches.keep(parent);
  const children = run.branches.children(parent);
  const isLast = children.every((other) => other.output !== undefined);
  if (isMap(active)) {
    const details = { name: active.visit.state, index: child.index };
    const ended = run.write("MapIterationSucceeded", child.previous, details);
    if (!isLast) return attempt(active, () => startIterations(active));
    parent.previous = ended;
  }
  if (!isLast) return;
  const results = children.map((other) => other.output ?? null);
  await attempt(active, () => succeedWithResults(active, results));
}

export const isMap = (active: ActiveState): active is ActiveState<MapState> => active.state.Type === "Map";
