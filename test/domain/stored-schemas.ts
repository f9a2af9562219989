import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type ShapeName, SHAPES } from "../../functions/adapters/dynamodb/shapes.ts";
import type { StoredShape } from "../../functions/domain/stored-shape.ts";

/** JSON Schema of every stored shape, with its version: what the code that was last committed reads and writes. */
const FILE = join(import.meta.dirname, "../fixtures/stored-schemas.json");

const Kept = z.object({ version: z.int().min(1), schema: z.record(z.string(), z.unknown()) });
export type Kept = z.infer<typeof Kept>;

export const shapes = Object.entries(SHAPES) as [ShapeName, StoredShape][];
export const keptSchemas = (): Record<string, Kept | undefined> =>
  z.record(z.string(), Kept).parse(JSON.parse(readFileSync(FILE, "utf8")));
export const schemaOf = ({ schema, version }: StoredShape): Kept =>
  Kept.parse(
    JSON.parse(JSON.stringify({ version, schema: z.toJSONSchema(schema, { unrepresentable: "any" }) })),
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const namesIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * Why items that were stored under one JSON Schema may not parse under another: the paths that changed. An optional
 * property and a value of an enum may be added.
 */
export function breaksIn(before: unknown, now: unknown, path = ""): string[] {
  if (isDeepStrictEqual(before, now)) return [];
  if (Array.isArray(before) && Array.isArray(now) && before.length === now.length)
    return before.flatMap((one, place) => breaksIn(one, now[place], path));
  if (!isRecord(before) || !isRecord(now)) return [path];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((keyword) => {
    const [old, next] = [before[keyword], now[keyword]];
    if (keyword === "properties" && isRecord(old) && isRecord(next))
      return Object.keys(old).flatMap((name) => breaksIn(old[name], next[name], `${path}.${name}`));
    if (keyword === "required") return differenceOf(old, next).map((name) => `${path}.${name}`);
    if (keyword === "enum" && namesIn(old).every((value) => namesIn(next).includes(value))) return [];
    return breaksIn(old, next, path);
  });
}

/** What is in one list and not in the other. */
const differenceOf = (some: unknown, others: unknown): string[] => {
  const [old, next] = [namesIn(some), namesIn(others)];
  return [...old, ...next].filter((name) => !old.includes(name) || !next.includes(name)).map(String);
};

/** Keeps the schemas of today, but none that needs a version of its own first: the test of the versions says so. */
export function keepSchemas(): void {
  const kept = keptSchemas();
  const today = shapes.map(([name, shape]): [string, Kept] => {
    const [before, now] = [kept[name], schemaOf(shape)];
    const needsVersion = before?.version === now.version && breaksIn(before.schema, now.schema).length > 0;
    return [name, needsVersion ? before : now];
  });
  writeFileSync(FILE, `${onFewLines(JSON.stringify(Object.fromEntries(today), null, 1))}\n`);
}

/** A list, or an object, of nothing but plain values is one line. */
const onFewLines = (json: string): string =>
  json.replace(/([[{])\s+([^[\]{}]*?)\s+([\]}])/g, (_all, open: string, inner: string, close: string) =>
    [open, inner.replace(/\s*\n\s*/g, " "), close].join(" "),
  );
