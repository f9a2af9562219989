import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { keys } from "../../functions/adapters/dynamodb/keys.ts";
import { type ShapeName, SHAPES } from "../../functions/adapters/dynamodb/shapes.ts";
import { ContactForm } from "../../functions/contact/contact-form.ts";
import type { StoredShape } from "../../functions/domain/stored-shape.ts";
import { breaksIn, keptSchemas, schemaOf, shapes } from "./stored-schemas.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/stored");
const Items = z.union([z.array(z.looseObject({})).min(1), z.looseObject({}).transform((item) => [item])]);

/** What somebody who changed a shape has to do; "as kept" when nothing. */
function toDo(name: ShapeName, shape: StoredShape): string {
  const [kept, now] = [keptSchemas()[name], schemaOf(shape)];
  if (isDeepStrictEqual(kept, now)) return "as kept";
  const breaks = kept?.version === now.version ? [...new Set(breaksIn(kept.schema, now.schema))] : [];
  if (breaks.length === 0)
    return "Run npm run generate: it keeps the new schema in test/fixtures/stored-schemas.json.";
  const where = `In the stored shape of ${name}, ${breaks.join(", ")} changed, and items of the old form are stored.`;
  if (name.endsWith("Line"))
    return `${where} What an index projects has no versions: only an optional field, or a value of an enum, may be added.`;
  return [
    where,
    "Only an optional field, or a value of an enum, needs no more. For this, give its storedShape(…) one more migration",
    `(that makes it version ${now.version + 1}), put a stored item of the new form in`,
    `test/fixtures/stored/${name}-${now.version + 1}.json, leave the earlier fixtures as they are, and run npm run generate.`,
  ].join(" ");
}

const storedItems = (name: string, version: number) =>
  Items.parse(JSON.parse(readFileSync(join(FIXTURES, `${name}-${version}.json`), "utf8")));
const versionsOf = ({ version }: StoredShape) => Array.from({ length: version }, (_, before) => before + 1);

describe.each(shapes)("the stored shape of %s", (name, shape) => {
  it("gets optional fields and values of enums, and changes otherwise only with its version", () => {
    expect(toDo(name, shape)).toBe("as kept");
  });

  it.each(versionsOf(shape))("migrates what version %d stored to the current version", (version) => {
    const items = storedItems(name, version);

    for (const item of items) {
      expect(item["schemaVersion"] ?? 1).toBe(version);
      const read = shape.read(item);
      expect(shape.read({ ...z.looseObject({}).parse(read), schemaVersion: shape.version })).toEqual(read);
    }
  });
});

it("every fixture has an existing shape and version", () => {
  const known = shapes.flatMap(([name, shape]) => versionsOf(shape).map((version) => `${name}-${version}`));

  expect(
    globSync("*", { cwd: FIXTURES })
      .map((file) => basename(file, ".json"))
      .sort(),
  ).toEqual(known.sort());
});

it("every kind of key has a shape, except the limits, which are never read", () => {
  const namedOtherwise = { request: "contactRequest", form: "postedForm", limit: undefined };
  const kinds = Object.keys({ ...keys, ...namedOtherwise });
  const missing = kinds.filter((kind) => !(kind in SHAPES) && !(kind in namedOtherwise));

  expect(missing).toEqual([]);
});

it("the forms of stored contact requests can still be confirmed", () => {
  const forms = versionsOf(SHAPES.contactRequest)
    .flatMap((version) => storedItems("contactRequest", version))
    .map((item) => SHAPES.contactRequest.read(item).form);

  for (const form of forms) expect(ContactForm.safeParse(form).error).toBeUndefined();
});

describe("a change of a stored schema", () => {
  const Before = z.object({
    name: z.string(),
    kind: z.enum(["a", "b"]),
    inner: z.object({ size: z.number() }),
  });
  const breaks = (now: z.ZodType) => breaksIn(z.toJSONSchema(Before), z.toJSONSchema(now));

  it.each([
    ["an optional field", Before.extend({ more: z.string().optional() })],
    [
      "an optional field of a part",
      Before.extend({ inner: z.object({ size: z.number(), unit: z.string().optional() }) }),
    ],
    ["a value of an enum", Before.extend({ kind: z.enum(["a", "c", "b"]) })],
  ])("may be %s that is added", (_what, now) => {
    expect(breaks(now)).toEqual([]);
  });

  it.each([
    ["a required field that is added", Before.extend({ more: z.string() }), [".more"]],
    ["a field that goes", Before.omit({ name: true }), [".name", ".name"]],
    ["a field that became optional", Before.partial({ name: true }), [".name"]],
    ["another type", Before.extend({ name: z.number() }), [".name"]],
    ["a bound", Before.extend({ inner: z.object({ size: z.number().min(1) }) }), [".inner.size"]],
    ["a value of an enum that goes", Before.extend({ kind: z.enum(["a"]) }), [".kind"]],
  ])("is no less than a version: %s", (_what, now, paths) => {
    expect(breaks(now).sort()).toEqual(paths);
  });
});
