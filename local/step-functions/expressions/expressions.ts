import jsonata from "jsonata";
import { direct, type Bindings, type Direct } from "./direct-expressions.ts";
import { EvaluationError } from "../values/failures.ts";
import { addStepFunctions } from "./functions.ts";
import { isJsonObject, type Json, type JsonObject } from "../values/json.ts";

/** A string is an expression only between `{%` and `%}`, without surrounding blanks. */
export const isExpression = (value: unknown): value is `{%${string}%}` =>
  typeof value === "string" && value.startsWith("{%") && value.endsWith("%}") && value.length >= 4;

const sourceOf = (text: string) => text.slice(2, -2).trim();

export const typeName = (value: Json) =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/**
 * Limits on depth and size of an evaluation, as in the service. The service ends it after a second; here wall clock
 * time includes everything else that the machine does.
 */
const LIMITS = { stack: 100, sequence: 873_782, timeout: 5000 };

const TOO_LARGE = "Expression evaluation memory limit exceeded: Check for excessive memory usage";
/** The service's messages for exceeded limits, by jsonata's code. */
const AT_LIMIT = new Map<unknown, string>([
  [
    "D1011",
    `Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. Depth=${LIMITS.stack + 1} max=${LIMITS.stack}`,
  ],
  ["D1012", "Expression evaluation timeout: Check for infinite loop"],
  ["D2014", TOO_LARGE],
  ["D2015", TOO_LARGE],
]);

/**
 * The text after "threw an error during evaluation": a sentence with jsonata's code, or the message of an error without
 * one.
 */
function describe(thrown: unknown): string {
  if (!isJsonObject(thrown)) return `: ${String(thrown)}`;
  const { code, message } = thrown;
  const limit = AT_LIMIT.get(code);
  if (limit !== undefined) return `: ${limit}`;
  return typeof code === "string" ? `. ${code}: ${String(message)}` : `: ${String(message)}`;
}

/** The syntax tree of an expression, or its syntax error in the parser's words. */
export function parse(text: string): { tree: unknown } | { error: string } {
  try {
    return { tree: jsonata(sourceOf(text)).ast() };
  } catch (thrown) {
    return { error: isJsonObject(thrown) ? String(thrown.message) : String(thrown) };
  }
}

/** Evaluates the fields of states; compiled expressions are cached by text. */
export class Expressions {
  #compiled = new Map<string, Compiled>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Replaces every expression within a template by its value; `location` names the field, as in `Output/result`.
   * Returns a promise only where JSONata's interpreter is needed. Throws EvaluationError, or rejects with it.
   */
  evaluate(template: Json, location: string, bindings: Bindings): Json | Promise<Json> {
    if (typeof template === "string") {
      return isExpression(template) ? this.#run(template, location, bindings) : template;
    }
    if (typeof template !== "object" || template === null) return template;
    return Array.isArray(template)
      ? this.#items(template, location, bindings)
      : this.#fields(template, location, bindings);
  }

  async #items(template: Json[], location: string, bindings: Bindings): Promise<Json[]> {
    const items: Json[] = [];
    for (const [index, item] of template.entries()) {
      items.push(await this.evaluate(item, `${location}[${index}]`, bindings));
    }
    return items;
  }

  async #fields(template: JsonObject, location: string, bindings: Bindings): Promise<JsonObject> {
    const fields: JsonObject = {};
    for (const key in template) {
      fields[key] = await this.evaluate(template[key] ?? null, `${location}/${key}`, bindings);
    }
    return fields;
  }

  #run(text: string, location: string, bindings: Bindings): Json | Promise<Json> {
    const compiled = this.#compile(text);
    return compiled.direct?.(bindings) ?? this.#interpret(compiled, location, bindings);
  }

  async #interpret({ expression, source }: Compiled, location: string, bindings: Bindings): Promise<Json> {
    const told = `The JSONata expression '${source}' specified for the field '${location}'`;
    let value: unknown;
    try {
      value = await expression.evaluate(undefined, bindings);
    } catch (thrown) {
      throw new EvaluationError(`${told} threw an error during evaluation${describe(thrown)}`, location);
    }
    if (value === undefined) throw new EvaluationError(`${told} returned nothing (undefined).`, location);
    return plain(value, () => {
      throw new EvaluationError(`${told} returned an unsupported result type.`, location);
    });
  }

  #compile(text: string): Compiled {
    const known = this.#compiled.get(text);
    if (known) return known;
    const source = sourceOf(text);
    const expression = jsonata(source, LIMITS);
    addStepFunctions(expression, this.#now);
    const compiled = { source, expression, direct: direct(expression.ast()) };
    this.#compiled.set(text, compiled);
    return compiled;
  }
}

type Compiled = { source: string; expression: jsonata.Expression; direct: Direct | undefined };

/**
 * jsonata marks arrays, and returns functions and numbers that JSON lacks: a number that is not finite becomes its
 * name, a function is refused.
 */
function plain(value: unknown, refuse: () => never): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : String(value);
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => plain(item ?? null, refuse));
  if (!isJsonObject(value) || "_jsonata_function" in value || "_jsonata_lambda" in value) return refuse();
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, plain(field, refuse)]));
}

/** Refuses a value of another type, in the service's words. `field`: the expression or literal that it came from. */
export function unexpectedType(
  field: Json,
  location: string,
  expected: string,
  value: Json,
): EvaluationError {
  const source = typeof field === "string" && isExpression(field) ? sourceOf(field) : JSON.stringify(field);
  const was = `Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`;
  const told = `The JSONata expression '${source}' specified for the field '${location}'`;
  return new EvaluationError(`${told} returned an unexpected result type. ${was}`, location);
}
