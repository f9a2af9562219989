import fc from "fast-check";
import * as z from "zod";
import { TASKS } from "../../functions/application/tasks.ts";
import { openApiDocument } from "../../functions/web/api/openapi.ts";
import { OPERATIONS } from "../../functions/web/api/operations.ts";
import { hostileJson, mostly } from "./hostile.ts";

type Schema = Record<string, unknown>;
const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;
const Schemas = z.record(z.string(), z.unknown());

const document = openApiDocument(OPERATIONS, TASKS, "https://led.example");
const components = z.object({ components: z.object({ schemas: Schemas }) }).parse(document)
  .components.schemas;

const textOf = ({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<unknown> => {
  if (format === "date")
    return fc.constantFrom(
      "2026-11-23",
      "2026-11-20",
      "2027-01-15",
      "2027-03-01",
      "2030-01-01",
      "0026-01-01",
    );
  if (format === "email") return fc.constantFrom("an@voorbeeldegem.example", "iemand@voorbeeldegem.example");
  if (format === "uri") return fc.constantFrom("https://www.voorbeeldegem.example/protocol");
  if (typeof pattern === "string" && !pattern.includes("x20"))
    return fc.stringMatching(new RegExp(pattern, "u"));
  const most = Math.min(Number(maxLength), 60);
  return fc.string({ unit: "grapheme-ascii", minLength: Math.min(Number(minLength), most), maxLength: most });
};

/** Values that a JSON schema allows, and occasionally one that it does not. */
export function fromSchema(schema: unknown): fc.Arbitrary<unknown> {
  return mostly(asDescribed(schema), hostileJson);
}

function asDescribed(schema: unknown): fc.Arbitrary<unknown> {
  if (!isSchema(schema)) return hostileJson;
  const { $ref, enum: options, const: only, type, items, oneOf, anyOf } = schema;
  if (typeof $ref === "string") return asDescribed(components[$ref.replace("#/components/schemas/", "")]);
  if (Array.isArray(options)) return fc.constantFrom(...z.array(z.unknown()).parse(options));
  if (only !== undefined) return fc.constant(only);
  const either: unknown = oneOf ?? anyOf;
  if (Array.isArray(either)) return fc.oneof(...either.map(asDescribed));
  if (type === "string") return textOf(schema);
  if (type === "integer" || type === "number") return fc.integer({ min: 0, max: 5000 });
  if (type === "boolean") return fc.boolean();
  if (type === "array")
    return fc.uniqueArray(fromSchema(items), { maxLength: 2, selector: (value) => JSON.stringify(value) });
  return type === "object" ? objectOf(schema) : hostileJson;
}

function objectOf({ properties, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(Schemas.parse(properties ?? {}));
  const needed = z.array(z.string()).parse(required);
  const entries = Object.fromEntries(
    fields.map(([name, schema]) => [
      name,
      needed.includes(name) ? fromSchema(schema) : fc.option(fromSchema(schema), { nil: undefined }),
    ]),
  );
  return fc.record(entries);
}

const Operations = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
      requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
    }),
  ),
);
const { paths } = z.object({ paths: Operations }).parse(document);

/** `route`: "POST /dossiers/:id/notes". */
function operationAt(route: string) {
  const [method = "", path = ""] = route.split(" ");
  return paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
}

/** The names that an operation describes in its query: it refuses another. */
export const queryNamesOf = (route: string): string[] =>
  (operationAt(route)?.parameters ?? []).flatMap((one) => (one.in === "query" ? [one.name] : []));

/** The body that an operation describes; undefined without one. */
export function bodyOf(route: string): fc.Arbitrary<unknown> | undefined {
  const content = operationAt(route)?.requestBody?.content["application/json"];
  return isSchema(content) ? fromSchema(content["schema"]) : undefined;
}
