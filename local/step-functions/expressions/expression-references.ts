import { isJsonObject } from "../values/json.ts";

type Node = { [field: string]: unknown };

/** Parts of a node that have the same context as the node. */
const PARTS: { [type: string]: string[] } = {
  ...{
    binary: ["lhs", "rhs"],
    apply: ["lhs", "rhs"],
    bind: ["rhs"],
    lambda: ["body"],
    block: ["expressions"],
  },
  ...{ condition: ["condition", "then", "else"], unary: ["expression", "expressions", "lhs"] },
  ...{ function: ["procedure", "arguments"], partial: ["procedure", "arguments"] },
};

/**
 * Names that a syntax tree reads from the top level of the document, which Step Functions does not provide. Only the
 * first step of a path does so; later steps, predicates, orders and groups read from the result of the path.
 */
export function topLevelReferences(tree: unknown): string[] {
  if (Array.isArray(tree)) return unique(tree.flatMap(topLevelReferences));
  if (!isJsonObject(tree)) return [];
  if (tree.type === "path") return firstStep(Array.isArray(tree.steps) ? tree.steps[0] : undefined);
  if (tree.type === "variable") return tree.value === "" ? ["$"] : [];
  if (tree.type === "wildcard" || tree.type === "descendant") return [String(tree.value)];
  const parts = typeof tree.type === "string" ? PARTS[tree.type] : undefined;
  return unique((parts ?? []).flatMap((part) => topLevelReferences(tree[part])));
}

const firstStep = (step: unknown): string[] =>
  isJsonObject(step) && step.type === "name" ? [String(step.value)] : topLevelReferences(step);

const unique = (names: string[]) => [...new Set(names)];

/** The fields of `$states` in a syntax tree. */
export function statesFields(tree: unknown): string[] {
  const named = nodes(tree).flatMap(({ type, steps }) => {
    if (type !== "path" || !Array.isArray(steps)) return [];
    const [variable, field] = steps.map((step: unknown) => step);
    const isStates = isJsonObject(variable) && variable.type === "variable" && variable.value === "states";
    return isStates && isJsonObject(field) && field.type === "name" ? [String(field.value)] : [];
  });
  return unique(named);
}

/** Whether a syntax tree contains `$$`. */
export const namesRoot = (tree: unknown) =>
  nodes(tree).some(({ type, value }) => type === "variable" && value === "$");

/**
 * An operator in a syntax tree that only later JSONata versions than the service's have. The parser writes `a ?? b` and
 * `a ?: b` as conditions: with a function without a position, or with the same position twice.
 */
export function laterOperator(tree: unknown): "??" | "?:" | undefined {
  for (const { type, condition, then } of nodes(tree)) {
    if (type !== "condition" || !isJsonObject(condition)) continue;
    const { procedure } = condition;
    if (isJsonObject(procedure) && procedure.position === undefined && procedure.value === "exists")
      return "??";
    if (JSON.stringify(condition) === JSON.stringify(then)) return "?:";
  }
  return undefined;
}

function nodes(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(nodes);
  return isJsonObject(tree) ? [tree, ...Object.values(tree).flatMap(nodes)] : [];
}
