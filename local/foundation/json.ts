/** JSON input, narrowed at its use by a schema or by these functions. */
export type Dictionary = Record<string, unknown>;

export function isDictionary(value: unknown): value is Dictionary {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return value;
}

/** Parses an object; an empty text is an empty object. */
export function parseDictionary(text: string): Dictionary {
  const value = text === "" ? {} : parseJson(text);
  if (!isDictionary(value)) throw new TypeError("expected a JSON object");
  return value;
}

export const stringOf = (value: unknown): string => (typeof value === "string" ? value : "");
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
export const listOf = (value: unknown): unknown[] => (isList(value) ? value : []);
export const dictionaryOf = (value: unknown): Dictionary => (isDictionary(value) ? value : {});
/** One value or a list, as IAM and CloudFormation allow. */
export const manyOf = (value: unknown): unknown[] =>
  value === undefined ? [] : isList(value) ? value : [value];
export const stringsOf = (value: unknown): string[] =>
  manyOf(value).filter((item) => typeof item === "string");
