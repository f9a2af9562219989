import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { keys } from "../../functions/adapters/dynamodb/keys.ts";
import { type ShapeName, SHAPES } from "../../functions/adapters/dynamodb/shapes.ts";
import { ContactForm } from "../../functions/contact/contact-form.ts";
import type { StoredShape } from "../../functions/domain/stored-shape.ts";

/** What is stored outlives the code. Of each shape: the version that is written, and a hash of its schema. */
const RELEASED: Record<ShapeName, [version: number, hash: string]> = {
  dossier: [6, "c699de554caf"],
  task: [4, "30e288bfb9c5"],
  access: [2, "8b4078849ddf"],
  document: [2, "624a1c634725"],
  arrivals: [1, "725df3a56d7c"],
  draft: [1, "f641680081f4"],
  mail: [1, "99185805a297"],
  change: [1, "c7e5a460f074"],
  note: [1, "dc3c8296cec8"],
  reading: [1, "bd87851ab322"],
  tombstone: [1, "df97a14e1eb3"],
  contactRequest: [1, "150ec90a8e23"],
  reference: [1, "8bdd82c223ea"],
  counter: [1, "45768de5bcaf"],
  link: [1, "a29033789d14"],
  postedForm: [1, "dae8060888c7"],
  session: [1, "e430e49db95d"],
  sessionEpoch: [1, "365b77690cd8"],
  colleague: [1, "8510411d9931"],
  substitution: [1, "1aa5d4e86f24"],
  digest: [1, "081825add054"],
  dossierLine: [1, "ffe6c2d138b9"],
  taskLine: [1, "a284996dd583"],
  tombstoneLine: [1, "4451f486061c"],
};

const FIXTURES = join(import.meta.dirname, "../fixtures/stored");
const shapes = Object.entries(SHAPES) as [ShapeName, StoredShape][];
const Items = z.union([z.array(z.looseObject({})).min(1), z.looseObject({}).transform((item) => [item])]);

const hashOf = (schema: z.ZodType) =>
  createHash("sha256")
    .update(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" })))
    .digest("hex")
    .slice(0, 12);

/** What somebody who changed a shape has to do; "as released" when nothing. */
function toDo(name: ShapeName, { schema, version }: StoredShape): string {
  const [released, hash] = RELEASED[name];
  const now = hashOf(schema);
  if (version === released && now === hash) return "as released";
  const record = (next: number) => `write \`${name}: [${next}, "${now}"]\` in RELEASED of this test`;
  if (version !== released) return `${name} is of version ${version} now: ${record(version)}`;
  return [
    `The schema of ${name} changed, and items of the old form are stored. Give its storedShape(…) one more migration`,
    `(that makes it version ${version + 1}), put a stored item of the new form in`,
    `test/fixtures/stored/${name}-${version + 1}.json, leave the earlier fixtures as they are, and then ${record(version + 1)}.`,
  ].join(" ");
}

const storedItems = (name: string, version: number) =>
  Items.parse(JSON.parse(readFileSync(join(FIXTURES, `${name}-${version}.json`), "utf8")));
const versionsOf = ({ version }: StoredShape) => Array.from({ length: version }, (_, before) => before + 1);

describe.each(shapes)("the stored shape of %s", (name, shape) => {
  it("changes only together with its version", () => {
    expect(toDo(name, shape)).toBe("as released");
  });

  it.each(versionsOf(shape))("reads what version %d stored, and writes it as one of today", (version) => {
    const items = storedItems(name, version);

    for (const item of items) {
      expect(item["schemaVersion"] ?? 1).toBe(version);
      const read = shape.read(item);
      expect(shape.read({ ...z.looseObject({}).parse(read), schemaVersion: shape.version })).toEqual(read);
    }
  });
});

it("every fixture is of a shape and a version that exist", () => {
  const known = shapes.flatMap(([name, shape]) => versionsOf(shape).map((version) => `${name}-${version}`));

  expect(
    globSync("*", { cwd: FIXTURES })
      .map((file) => basename(file, ".json"))
      .sort(),
  ).toEqual(known.sort());
});

it("every kind of key has a shape, but the limits, which nothing reads", () => {
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
