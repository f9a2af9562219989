import type { HistoryEvent } from "../cloud/executions.ts";
import { dictionaryOf, isDictionary, listOf, parseJson, stringOf } from "../foundation/json.ts";

/** A state of a state machine, in the order of reachability. */
export type StateNode = { name: string; type: string; depth: number; next: string[] };

/** The states of a definition, from the start; the states of a Parallel or Map follow it, one level deeper. */
export function statesOf(definition: string): StateNode[] {
  return walk(dictionaryOf(parseJson(definition)), 0);
}

function walk(machine: Record<string, unknown>, depth: number): StateNode[] {
  const states = dictionaryOf(machine["States"]);
  const nodes: StateNode[] = [];
  const seen = new Set<string>();
  const visit = (name: string) => {
    const state = states[name];
    if (seen.has(name) || !isDictionary(state)) return;
    seen.add(name);
    const next = nextOf(state);
    nodes.push({ name, type: stringOf(state["Type"]), depth, next });
    for (const inner of innerOf(state)) nodes.push(...walk(inner, depth + 1));
    for (const one of next) visit(one);
  };
  visit(stringOf(machine["StartAt"]));
  return nodes;
}

function nextOf(state: Record<string, unknown>): string[] {
  const choices = [...listOf(state["Choices"]), ...listOf(state["Catch"])].map(
    (one) => dictionaryOf(one)["Next"],
  );
  const all = [state["Next"], ...choices, state["Default"]].map(stringOf).filter((name) => name !== "");
  return [...new Set(all)];
}

function innerOf(state: Record<string, unknown>): Record<string, unknown>[] {
  const processor = state["ItemProcessor"];
  return [...listOf(state["Branches"]), ...(processor === undefined ? [] : [processor])].filter(isDictionary);
}

export type Progress = { current: Set<string>; visited: Set<string> };

/** The current and the earlier states of an execution. */
export function progressOf(history: readonly HistoryEvent[]): Progress {
  const open = new Map<string, number>();
  const visited = new Set<string>();
  let ended = false;
  for (const event of history) {
    const entered = stringOf(dictionaryOf(event["stateEnteredEventDetails"])["name"]);
    const exited = stringOf(dictionaryOf(event["stateExitedEventDetails"])["name"]);
    if (entered !== "") {
      open.set(entered, (open.get(entered) ?? 0) + 1);
      visited.add(entered);
    }
    if (exited !== "") open.set(exited, (open.get(exited) ?? 0) - 1);
    ended ||= /^Execution(Succeeded|Failed|Aborted|TimedOut)$/.test(event.type);
  }
  const current = ended ? [] : [...open].filter(([, count]) => count > 0).map(([name]) => name);
  return { current: new Set(current), visited };
}
