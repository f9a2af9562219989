import type { ActiveState } from "../run/active-state.ts";
import type { FailState } from "../definition/definition.ts";
import { StateFailure } from "../values/failures.ts";

export async function beginFail(active: ActiveState<FailState>): Promise<void> {
  const error = await active.text(active.state.Error, "Error");
  const cause = await active.text(active.state.Cause, "Cause");
  throw new StateFailure({ error, cause });
}
