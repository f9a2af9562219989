import { createApp } from "../../infra/app.ts";
import {
  definitionIn,
  isHuman,
  processIn,
  type Definition,
  type State,
} from "../../statemachine/definition.ts";

export const template: unknown = createApp({ bundling: false }).synth().stacks[0]?.template;
export const definition = definitionIn(template, "onboarding");
export const process = processIn(definition);
export const outOfUse = processIn(definitionIn(template, "out-of-use"));

const statesOf = (whole: Definition): [string, State][] => [
  ...Object.entries(whole.States),
  ...Object.entries(processIn(whole).States),
];
/** All states of the workflow, inside and outside the branch. */
export const allStates = statesOf(definition);
/** The same of both workflows. */
export const everyState = [...allStates, ...statesOf(definitionIn(template, "out-of-use"))];
export const humanStates = Object.entries(process.States).filter(([, state]) => isHuman(state));

/** Possible successors of a state, except after errors. */
export const followers = (state: State): string[] =>
  [state.Next, state.Default, ...(state.Choices ?? []).map(({ Next }) => Next)].filter(
    (next) => next !== undefined,
  );

export function stateCalled(name: string, { States }: Definition = process): State {
  const state = States[name];
  if (!state) throw new Error(`No state ${name}`);
  return state;
}

/** States that are reachable from one without passing a state that `stop` matches. */
export function reachedFrom(start: string, stop: (state: State) => boolean = () => false): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    const state = stateCalled(name);
    if (!stop(state)) followers(state).forEach(visit);
  };
  visit(start);
  return reached;
}
