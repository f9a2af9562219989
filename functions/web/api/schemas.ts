import * as z from "zod";
import type { Definitions, TaskDefinition } from "../../domain/task-definition.ts";
import { PROBLEM_CODES } from "../ui/form/problems.nl.ts";
import { BODIES } from "./inputs.ts";
import type { Operation } from "./operation.ts";
import { PROBLEM_KINDS } from "./problem.ts";

export type Json = Record<string, unknown>;

/** Schema name of a body or an answer. The note in a request differs from the note in an answer. */
export const bodyRef = (name: string): Json => ref(name === "Decision" ? name : `${name}Input`);
export const answerRef = (name: string): Json => ref(name);
export const problemRef: Json = ref("Problem");

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** Removes metadata about widgets and rules, which clients do not need. */
export function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      for (const own of ["widget", "dateKind", "isName"]) delete jsonSchema[own];
      // A name that is not described is refused (read-call.ts).
      if (io === "input" && jsonSchema.properties) jsonSchema.additionalProperties ??= false;
    },
  });
  return Json.parse(withFormats(rest));
}

const Json = z.record(z.string(), z.unknown());

/** Gives the members that FORMATS names their format, at any depth. */
function withFormats(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((each: unknown) => withFormats(each));
  const { data } = Json.safeParse(schema);
  if (!data) return schema;
  const { properties, ...rest } = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, withFormats(value)]),
  );
  const members = Json.safeParse(properties).data;
  if (!members) return { ...rest, ...(properties === undefined ? {} : { properties }) };
  const formatted = Object.entries(members).map(([name, member]): [string, unknown] => {
    const { data: one } = Json.safeParse(member);
    const format = one?.["type"] === "string" && !one["enum"] && !one["format"] ? FORMATS[name] : undefined;
    return [name, format === undefined ? member : { ...one, format }];
  });
  return { ...rest, properties: Object.fromEntries(formatted) };
}

const MOMENT = "date-time";
/** The format of members by their name: the stored shapes call each of these a text. */
const FORMATS: Record<string, string | undefined> = {
  ...{ at: MOMENT, since: MOMENT, openedAt: MOMENT, deadline: MOMENT, deletedAt: MOMENT, latestAt: MOMENT },
  ...{ changedAt: MOMENT, upTo: MOMENT, heldUntil: MOMENT, inUseSince: MOMENT, day: "date", termEnd: "date" },
  ...{ email: "email", url: "uri" },
};

const DECISION = schemaOf(BODIES.decision.schema, "input");
const DECISION_PROPERTIES = z.record(z.string(), z.unknown()).parse(DECISION["properties"]);

/** The decision of one task: an outcome with its fields. */
const decisionsOf = ({ outcomes }: TaskDefinition): Json => ({
  oneOf: Object.entries(outcomes).map(([outcome, fields]) => ({
    ...DECISION,
    properties: { ...DECISION_PROPERTIES, outcome: { const: outcome }, fields: schemaOf(fields, "input") },
  })),
});

const Problem = z
  .object({
    type: z.string().describe("A URN that ends with the code"),
    status: z.int(),
    code: z.enum(PROBLEM_KINDS).describe("For programs; title, detail and messages are in Dutch, for people"),
    title: z.string(),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({
          field: z.string().optional().describe("Its path in the body, or the name of a query parameter"),
          rule: z.string().optional().describe("Id of a business rule (docs/rules.md)"),
          code: z.enum(PROBLEM_CODES).optional().describe("What is wrong with the value of the field"),
          message: z.string(),
        }),
      )
      .optional(),
  })
  .describe("RFC 9457: why a request is refused, with all reasons at once");

/** The components of the OpenAPI document, from the schemas of inputs and answers. */
export function schemas(operations: readonly Operation[], definitions: Definitions): Json {
  const kinds = Object.values(definitions);
  const bodies = operations.flatMap(({ body }): [string, Json][] =>
    body && body.described !== "by-task" ? [[`${body.name}Input`, schemaOf(body.described, "input")]] : [],
  );
  const answers = operations.flatMap(({ answer: { name, schema } }): [string, Json][] =>
    name === undefined ? [] : [[name, schemaOf(schema, "output")]],
  );
  return {
    ...Object.fromEntries(kinds.map((definition) => [`${definition.kind}Decision`, decisionsOf(definition)])),
    Decision: { anyOf: kinds.map(({ kind }) => ref(`${kind}Decision`)) },
    ...Object.fromEntries(bodies),
    ...Object.fromEntries(answers),
    Problem: schemaOf(Problem, "output"),
  };
}
