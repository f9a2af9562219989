import type * as z from "zod";

/** The parts of a JSON Schema that define the names of an object. */
type Schema = {
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};
type UnknownNames = z.core.$ZodIssueUnrecognizedKeys[];

/** The names in a value that its schema does not define, as issues. Of several alternatives, the one with the fewest issues counts. */
export function unknownIn(schema: Schema, given: unknown, path: readonly PropertyKey[] = []): UnknownNames {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) {
    const found = alternatives.map((one) => unknownIn(one, given, path));
    return found.toSorted((a, b) => countOf(a) - countOf(b))[0] ?? [];
  }
  if (Array.isArray(given))
    return given.flatMap((each: unknown, place) => unknownIn(schema.items ?? {}, each, [...path, place]));
  if (typeof given !== "object" || given === null) return [];
  const { properties = {}, additionalProperties } = schema;
  const entries = Object.entries(given);
  const keys = entries.map(([key]) => key).filter((key) => !Object.hasOwn(properties, key));
  const here: UnknownNames =
    keys.length > 0 && additionalProperties === false
      ? [{ code: "unrecognized_keys", keys, path: [...path], input: {}, message: "" }]
      : [];
  return [
    ...here,
    ...entries.flatMap(([key, value]) =>
      Object.hasOwn(properties, key) ? unknownIn(properties[key] ?? {}, value, [...path, key]) : [],
    ),
  ];
}

const countOf = (issues: UnknownNames): number => issues.reduce((sum, { keys }) => sum + keys.length, 0);
