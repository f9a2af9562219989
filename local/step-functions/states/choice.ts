import type { ActiveState } from "../run/active-state.ts";
import type { ChoiceRule, ChoiceState } from "../definition/definition.ts";
import { unexpectedType } from "../expressions/expressions.ts";
import { StateFailure } from "../values/failures.ts";
import { leave } from "./flow.ts";

/**
 * The first matching rule determines the next state, with its own Output and Assign; otherwise Default, with those of
 * the state.
 */
export async function beginChoice(active: ActiveState<ChoiceState>): Promise<void> {
  const { state, visit } = active;
  for (const [place, rule] of state.Choices.entries()) {
    const location = `Choices[${place}]/`;
    if (await holds(active, rule, `${location}Condition`)) return go(active, rule, rule.Next, location);
  }
  if (state.Default !== undefined) return go(active, state, state.Default, "");
  // The specification names States.NoChoiceMatched, but the service answers this.
  const where = `An error occurred while executing the state '${visit.state}' (entered at the event id #${visit.enteredId}).`;
  const cause = `${where} Failed to transition out of the state. The state does not point to a next state.`;
  throw new StateFailure({ error: "States.Runtime", cause });
}

async function holds(active: ActiveState, rule: ChoiceRule, location: string): Promise<boolean> {
  const value = await active.evaluate(rule.Condition, location);
  if (typeof value !== "boolean") throw unexpectedType(rule.Condition, location, "boolean", value);
  return value;
}

function go(
  active: ActiveState,
  from: ChoiceRule | ChoiceState,
  next: string,
  location: string,
): Promise<void> {
  const { Output: output, Assign: assign } = from;
  return leave(active, { output, assign, otherwise: active.visit.input, next, seen: {}, location });
}
