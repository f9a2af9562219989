import type { Branch } from "../store/records.ts";
import type { Run } from "./run.ts";

/** States whose interruption is shown in the history. */
const SHOWN = new Set(["Task", "Wait", "Map", "Parallel"]);

/** Cuts a branch short because a sibling failed. */
export function abort(run: Run, branch: Branch): void {
  if (!branch.visit) return;
  for (const child of run.branches.children(branch)) abort(run, child);
  const { Type } = run.branches.stateOf(branch);
  if (SHOWN.has(Type)) run.write(`${Type}StateAborted`, branch.previous);
  const parent = run.branches.parentOf(branch);
  if (parent?.visit && run.branches.stateOf(parent).Type === "Map") {
    run.write("MapIterationAborted", branch.previous, { name: parent.visit.state, index: branch.index });
  }
  reset(run, branch);
}

/** Clears what a branch waits for: its token, its timers, its child execution. */
export function reset(run: Run, branch: Branch): void {
  const { visit } = branch;
  if (!visit) return;
  const child = visit.phase === "child" ? visit.task?.child : undefined;
  if (child) run.effects.push(() => run.services.stopChild(child));
  const keepsBranches = visit.phase === "branches";
  delete visit.task;
  delete visit.wakeAt;
  if (!keepsBranches) visit.phase = "begin";
  run.branches.keep(branch);
}
