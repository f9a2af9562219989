import jsonata from "jsonata";
import { direct, type Bindings, type Direct } from "./direct-expressions.ts";
import { EvaluationError } from "./failures.ts";
import { addStepFunctions } from "./functions.ts";
import { isJsonObject, parseJson, type Json, type JsonObject } from "./json.ts";

/** A string is an expression only when `{%` opens it and `%}` closes it: not a blank before or after. */
export const isExpression = (value: unknown): value is string =>
  typeof value === "string" && value.startsWith("{%") && value.endsWith("%}") && value.length >= 4;

const sourceOf = (text: string) => text.slice(2, -2).trim();

/** JSON's name for the type of a value. */
export const typeName = (value: Json) =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** jsonata throws plain objects; their code opens the message. */
function describe(thrown: unknown): string {
  if (!isJsonObject(thrown)) return String(thrown);
  const { code, message } = thrown;
  return typeof code === "string" ? `${code}: ${String(message)}` : String(message);
}

/** The syntax error of an expression, or undefined when it has none. */
export function syntaxError(text: string): string | undefined {
  try {
    jsonata(sourceOf(text));
    return undefined;
  } catch (thrown) {
    return describe(thrown);
  }
}

/** Evaluates the fields of states; compiled expressions are kept, by their text. */
export class Expressions {
  #compiled = new Map<string, Compiled>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Every expression within a template replaced by its value; `location` names the field, as in `Output/result`.
   * A promise only where JSONata's interpreter is needed. Throws EvaluationError, or is rejected with it.
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
      throw new EvaluationError(`${told} threw an error during evaluation. ${describe(thrown)}`, location);
    }
    if (value === undefined) throw new EvaluationError(`${told} returned nothing (undefined).`, location);
    return plain(value, () => new EvaluationError(`${told} returned an unsupported result type.`, location));
  }

  #compile(text: string): Compiled {
    const known = this.#compiled.get(text);
    if (known) return known;
    const source = sourceOf(text);
    const expression = jsonata(source);
    addStepFunctions(expression, this.#now);
    const compiled = { source, expression, direct: direct(expression.ast()) };
    this.#compiled.set(text, compiled);
    return compiled;
  }
}

type Compiled = { source: string; expression: jsonata.Expression; direct: Direct | undefined };

/** jsonata marks arrays and may return functions: only JSON goes on. */
function plain(value: unknown, refuse: () => Error): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value === 0 ? 0 : value;
  const isFunction = isJsonObject(value) && ("_jsonata_function" in value || "_jsonata_lambda" in value);
  const text = isFunction ? undefined : JSON.stringify(value);
  if (text === undefined) throw refuse();
  return parseJson(text);
}

/** Refuses a value of another type, in the service's words. `field` holds the expression or literal it came from. */
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
