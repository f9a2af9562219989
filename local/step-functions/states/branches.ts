import type { ActiveState } from "../run/active-state.ts";
import type { MapState } from "../definition/definition.ts";
import { attempt } from "./failing.ts";
import { activeState, succeed } from "./flow.ts";
import type { Json } from "../values/json.ts";
import type { Branch } from "../store/records.ts";
import type { Run } from "../run/run.ts";
import { startIterations } from "./map.ts";

/** A branch of a Parallel or an iteration of a Map came to its end. */
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
  await attempt(active, () => allEnded(active, results));
}

/** The service's `…StateSucceeded`, which no later event follows, and the results as one array. */
export async function allEnded(active: ActiveState, results: Json[]): Promise<void> {
  active.run.write(`${active.state.Type}StateSucceeded`, active.branch.previous);
  await succeed(active, results);
}

export const isMap = (active: ActiveState): active is ActiveState<MapState> => active.state.Type === "Map";
