import { isJsonObject, parseJson, type Json } from "../values/json.ts";
import type { Case, CaseEvent } from "./cases.ts";

/** The differences between recorded and actual values, each with its path; empty when there are none. */
export function differences(expected: Json | undefined, actual: unknown, place: string): string[] {
  if (typeof expected === "string")
    return matchesText(expected, actual) ? [] : [differ(place, expected, actual)];
  if (Array.isArray(expected)) return arrayDifferences(expected, actual, place);
  if (isJsonObject(expected)) return objectDifferences(expected, actual, place);
  return Object.is(expected, actual) ? [] : [differ(place, expected, actual)];
}

const differ = (place: string, expected: unknown, actual: unknown) =>
  `${place}: expected ${JSON.stringify(expected)?.slice(0, 300)}, got ${JSON.stringify(actual)?.slice(0, 300)}`;

const WILDCARD = /@@(?:any|opt):[^@]*@@/g;

function matchesText(expected: string, actual: unknown): boolean {
  if (!expected.includes("@@")) return expected === actual;
  if (expected.replace(WILDCARD, "") === "" && expected.match(WILDCARD)?.length === 1)
    return actual !== undefined || isOptional(expected);
  const pattern = expected.split(WILDCARD).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return typeof actual === "string" && new RegExp(`^${pattern.join("[^]*")}$`).test(actual);
}

const isOptional = (expected: unknown) => typeof expected === "string" && /^@@opt:[^@]*@@$/.test(expected);

function arrayDifferences(expected: Json[], actual: unknown, place: string): string[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) return [differ(place, expected, actual)];
  return expected.flatMap((item, index) => differences(item, actual[index], `${place}[${index}]`));
}

function objectDifferences(expected: { [key: string]: unknown }, actual: unknown, place: string): string[] {
  if ("@@text@@" in expected) return expected["@@text@@"] === actual ? [] : [differ(place, expected, actual)];
  if ("@@json@@" in expected) {
    const inner = typeof actual === "string" ? parseJson(actual) : actual;
    return differences(toJson(expected["@@json@@"]), inner, place);
  }
  if (!isJsonObject(actual)) return [differ(place, expected, actual)];
  const extra = Object.keys(actual).filter((key) => !(key in expected) && actual[key] !== undefined);
  const missing = Object.keys(expected).filter(
    (key) => actual[key] === undefined && !isOptional(expected[key]),
  );
  const wrong = Object.keys(expected)
    .filter((key) => actual[key] !== undefined)
    .flatMap((key) => differences(toJson(expected[key]), actual[key], `${place}.${key}`));
  return [
    ...extra.map((key) => `${place}.${key}: not expected`),
    ...missing.map((key) => `${place}.${key}: missing`),
    ...wrong,
  ];
}

const toJson = (value: unknown) => parseJson(JSON.stringify(value ?? null));

/** Converts an event of GetExecutionHistory to the flat format of the recordings. */
export function flatten(
  event: { [field: string]: unknown },
  expected: CaseEvent,
): { [field: string]: unknown } {
  const { id, previousEventId: prev, type, timestamp: _timestamp, ...rest } = event;
  const flat: { [field: string]: unknown } = { id, prev, type };
  for (const details of Object.values(rest)) if (isJsonObject(details)) Object.assign(flat, details);
  for (const key of Object.keys(flat))
    if (key.endsWith("Details") || key === "roleArn" || key === "redriveCount") delete flat[key];
  for (const key of ["taskCredentials"]) delete flat[key];
  for (const key of ["input", "output", "parameters"])
    if (key in flat) flat[key] = dataOf(flat[key], expected[key]);
  if (isJsonObject(flat.assignedVariables)) {
    const { assignedVariables: wanted } = expected;
    const given = Object.entries(flat.assignedVariables);
    const read = given.map(([name, text]) => [
      name,
      dataOf(text, isJsonObject(wanted) ? wanted[name] : undefined),
    ]);
    flat.assignedVariables = Object.fromEntries(read);
  }
  return flat;
}

/** The data in a field of an event: JSON, or the text where text was recorded. */
export function dataOf(text: unknown, expected: unknown): unknown {
  const isRaw = isJsonObject(expected) && "@@text@@" in expected;
  return isRaw || typeof text !== "string" ? text : parseJson(text);
}

export function eventDifferences(recorded: Case, events: { [field: string]: unknown }[]): string[] {
  const { events: expected } = recorded.expected;
  if (!expected || recorded.event_order === "lossy") return [];
  const types = (list: { type?: unknown }[]) => list.map(({ type }) => String(type)).join(" ");
  if (expected.length !== events.length) return [`events: expected ${types(expected)}, got ${types(events)}`];
  const rest = [...events];
  const exact = expected
    .filter(({ id }) => id !== 0)
    .flatMap((event) => {
      const place = rest.findIndex(({ id }) => id === event.id);
      const [actual] = rest.splice(place, 1);
      return differences(toJson(event), actual && flatten(actual, event), `event ${event.id} ${event.type}`);
    });
  return [...exact, ...expected.filter(({ id }) => id === 0).flatMap((event) => takeMatching(event, rest))];
}

/** Takes one event from a group without a recorded order. */
function takeMatching(event: CaseEvent, rest: { [field: string]: unknown }[]): string[] {
  const { id: _id, prev: _prev, lost: _lost, ...expected } = event;
  const place = rest.findIndex((actual) => {
    const { id: _ownId, prev: _ownPrev, ...flat } = flatten(actual, event);
    return differences(toJson(expected), flat, "").length === 0;
  });
  if (place < 0) return [`no event matches ${JSON.stringify(expected).slice(0, 300)}`];
  rest.splice(place, 1);
  return [];
}
