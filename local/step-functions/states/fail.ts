import type { ActiveState } from "../active-state.ts";
import type { FailState } from "../definition.ts";
import { StateFailure } from "../failures.ts";

export async function beginFail(active: ActiveState<FailState>): Promise<void> {
  const error = await active.text(active.state.Error, "Error");
  const cause = await active.text(active.state.Cause, "Cause");
  throw new StateFailure({ error, cause });
}
