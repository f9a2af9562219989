import { isJsonObject, type Json } from "../values/json.ts";

/** Variables by name without `$`, and `states`: input, context and, where they exist, result and errorOutput. */
export type Bindings = { [name: string]: Json | undefined };

/**
 * An expression that needs no interpreter: a path over objects, a literal, a comparison, or `and` and `or` of these.
 * Most conditions and outputs of state machines are of this kind. Where the data require more than following and
 * comparing (an array on the path, an absent field, different types) the answer is undefined, and JSONata evaluates it.
 */
export type Direct = (bindings: Bindings) => Json | undefined;

type Node = { [field: string]: unknown };

/** `node`: the syntax tree of an expression. Undefined for any other expression. */
export function direct(node: unknown): Direct | undefined {
  if (!isJsonObject(node)) return undefined;
  switch (node.type) {
    case "string":
    case "number":
    case "value":
      return literal(node);
    case "variable":
      return path([node]);
    case "path":
      return hasOnly(node, ["type", "steps"]) && Array.isArray(node.steps) ? path(node.steps) : undefined;
    case "block":
      return hasOnly(node, ["type", "position", "expressions"]) ? inner(node) : undefined;
    case "binary":
      return hasOnly(node, ["type", "position", "value", "lhs", "rhs"]) ? binary(node) : undefined;
    default:
      return undefined;
  }
}

const hasOnly = (node: Node, fields: string[]) => Object.keys(node).every((field) => fields.includes(field));

function literal(node: Node): Direct | undefined {
  const { value } = node;
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain && hasOnly(node, ["type", "position", "value"]) ? () => value : undefined;
}

function path(steps: unknown[]): Direct | undefined {
  const names: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (!isJsonObject(step) || !hasOnly(step, ["type", "position", "value"])) return undefined;
    if (step.type !== (index === 0 ? "variable" : "name") || typeof step.value !== "string") return undefined;
    names.push(step.value);
  }
  const [variable, ...fields] = names;
  return variable === undefined ? undefined : (bindings) => follow(own(bindings, variable), fields);
}

function follow(start: Json | undefined, fields: string[]): Json | undefined {
  let value = start;
  for (const field of fields) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    value = own(value, field);
  }
  return value;
}

const own = (from: Bindings, name: string) => (Object.hasOwn(from, name) ? from[name] : undefined);

/** The content of parentheses. */
function inner({ expressions }: Node): Direct | undefined {
  return Array.isArray(expressions) && expressions.length === 1 ? direct(expressions[0]) : undefined;
}

function binary({ value: operator, lhs, rhs }: Node): Direct | undefined {
  const left = direct(lhs);
  const right = direct(rhs);
  if (!left || !right) return undefined;
  if (operator === "and" || operator === "or") return logical(left, right, operator === "or");
  const compare = COMPARISONS.get(operator);
  return compare && ((bindings) => compare(left(bindings), right(bindings)));
}

/** `decides`: the left value for which the right side is not evaluated. */
function logical(left: Direct, right: Direct, decides: boolean): Direct {
  return (bindings) => {
    const first = left(bindings);
    if (typeof first !== "boolean" || first === decides)
      return typeof first === "boolean" ? first : undefined;
    const second = right(bindings);
    return typeof second === "boolean" ? second : undefined;
  };
}

type Operand = Json | undefined;
type Comparison = (left: Operand, right: Operand) => boolean | undefined;

const isScalar = (value: Operand) => value === null || ["string", "number", "boolean"].includes(typeof value);

const equality =
  (equal: boolean): Comparison =>
  (left, right) =>
    isScalar(left) && isScalar(right) ? (left === right) === equal : undefined;

const order =
  (holds: <T extends string | number>(left: T, right: T) => boolean): Comparison =>
  (left, right) => {
    if (typeof left === "number" && typeof right === "number") return holds(left, right);
    return typeof left === "string" && typeof right === "string" ? holds(left, right) : undefined;
  };

const COMPARISONS = new Map<unknown, Comparison>([
  ["=", equality(true)],
  ["!=", equality(false)],
  ["<", order((left, right) => left < right)],
  ["<=", order((left, right) => left <= right)],
  [">", order((left, right) => left > right)],
  [">=", order((left, right) => left >= right)],
]);
