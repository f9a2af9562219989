import { NotSupported } from "../foundation/aws-error.ts";
import { type Dictionary, isDictionary, manyOf } from "../foundation/json.ts";

type Test = (value: unknown, argument: unknown) => boolean;

const equal = (value: unknown, argument: unknown) => value === argument;
const isText = (value: unknown): value is string => typeof value === "string";

/** Supported content filters; others are refused by name at the start. `exists` also tests for absence. */
const FILTERS: Record<string, Test> = {
  prefix: (value, argument) => isText(value) && isText(argument) && value.startsWith(argument),
  suffix: (value, argument) => isText(value) && isText(argument) && value.endsWith(argument),
  "equals-ignore-case": (value, argument) =>
    isText(value) && isText(argument) && value.toLowerCase() === argument.toLowerCase(),
  "anything-but": (value, argument) =>
    value !== undefined &&
    (isDictionary(argument) ? !filter(value, argument) : !manyOf(argument).some((one) => equal(value, one))),
  exists: (value, argument) => (value !== undefined) === argument,
};

/**
 * Whether an event matches a pattern; of a list, one element must. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function matchesPattern(pattern: Dictionary, event: Dictionary): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    const value = event[name];
    if (isDictionary(wanted)) {
      const parts = Array.isArray(value) ? manyOf(value).filter(isDictionary) : [value].filter(isDictionary);
      return (parts.length === 0 ? [{}] : parts).some((part) => matchesPattern(wanted, part));
    }
    const values = Array.isArray(value) ? manyOf(value) : [value];
    return manyOf(wanted).some((one) =>
      values.some((actual) => (isDictionary(one) ? filter(actual, one) : equal(actual, one))),
    );
  });
}

function filter(value: unknown, filters: Dictionary): boolean {
  return Object.entries(filters).every(([name, argument]) => FILTERS[name]?.(value, argument) ?? false);
}

/** Throws when a pattern has an unsupported filter. */
export function requireKnownFilters(pattern: Dictionary): void {
  for (const [name, wanted] of Object.entries(pattern)) {
    if (name === "$or") throw new NotSupported("$or in an event pattern is not supported by the local cloud");
    if (isDictionary(wanted)) requireKnownFilters(wanted);
    for (const one of Array.isArray(wanted) ? manyOf(wanted) : [])
      for (const filterName of isDictionary(one) ? Object.keys(one) : [])
        if (!(filterName in FILTERS))
          throw new NotSupported(`The event filter ${filterName} is not supported by the local cloud`);
  }
}
