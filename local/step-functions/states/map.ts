import type { ActiveState } from "../run/active-state.ts";
import type { MapState } from "../definition/definition.ts";
import { unexpectedType } from "../expressions/expressions.ts";
import { EvaluationError } from "../values/failures.ts";
import { enter, succeedWithResults } from "./flow.ts";
import type { Json } from "../values/json.ts";
import type { Branch } from "../store/records.ts";

/**
 * Maximum number of concurrent iterations of an inline Map in the service, also where MaxConcurrency is 0 or higher.
 */
const MOST_AT_ONCE = 40;

export async function beginMap(active: ActiveState<MapState>): Promise<void> {
  const { run, branch, state, visit } = active;
  const items = await itemsOf(active);
  const wanted = await atLeastZero(active, state.MaxConcurrency, "MaxConcurrency");
  // Accepted and validated, but without effect: only a distributed Map tolerates failures.
  await atLeastZero(active, state.ToleratedFailureCount, "ToleratedFailureCount");
  await atLeastZero(active, state.ToleratedFailurePercentage, "ToleratedFailurePercentage", false);
  active.record("MapStateStarted", { length: items.length });
  visit.phase = "branches";
  visit.concurrency = Math.min(wanted || MOST_AT_ONCE, MOST_AT_ONCE);
  for (const [index, item] of items.entries())
    run.branches.add({ parent: branch.id, index, item, previous: 0 });
  if (items.length === 0) return succeedWithResults(active, []);
  await startIterations(active);
}

/** Starts as many iterations as may run concurrently. */
export async function startIterations(active: ActiveState<MapState>): Promise<void> {
  const children = active.run.branches.children(active.branch);
  const running = children.filter((child) => child.visit).length;
  const waiting = children.filter((child) => !child.visit && child.output === undefined);
  const places = (active.visit.concurrency ?? MOST_AT_ONCE) - running;
  for (const child of waiting.slice(0, Math.max(0, places))) await start(active, child);
}

async function start(active: ActiveState<MapState>, child: Branch): Promise<void> {
  const { run, branch, state, visit } = active;
  const { ItemSelector, ItemProcessor } = state;
  const item = child.item ?? null;
  const input =
    ItemSelector === undefined ? item : await active.evaluate(ItemSelector, "ItemSelector", {}, child);
  active.checkSize(run.textOf(input));
  const details = { name: visit.state, index: child.index };
  child.previous = run.write("MapIterationStarted", branch.previous, details);
  enter(run, child, ItemProcessor.StartAt, input);
}

async function itemsOf(active: ActiveState<MapState>): Promise<Json[]> {
  const { state, visit } = active;
  if (state.Items === undefined) {
    if (Array.isArray(visit.input)) return visit.input;
    throw new EvaluationError(`Map state input must be an array but was: ${JSON.stringify(visit.input)}`);
  }
  const items = await active.evaluate(state.Items, "Items");
  if (!Array.isArray(items)) throw unexpectedType(state.Items, "Items", "array", items);
  return items;
}

async function atLeastZero(
  active: ActiveState<MapState>,
  field: Json | undefined,
  name: string,
  integer = true,
) {
  const value = (await active.number(field, name, integer)) ?? 0;
  if (value >= 0) return value;
  throw new EvaluationError(`The ${name} field must not be negative but was: ${value}`, name);
}
