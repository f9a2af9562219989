import * as z from "zod";
import type { Definitions, TaskDefinition } from "../../domain/task-definition.ts";
import { BODIES } from "./inputs.ts";
import type { Operation } from "./operation.ts";

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
    },
  });
  return rest;
}

const DECISION = schemaOf(BODIES.decision.schema, "input");
const DECISION_PROPERTIES = z.record(z.string(), z.unknown()).parse(DECISION["properties"]);

/** The decision of one task: an outcome with its fields. */
const decisionsOf = ({ outcomes }: TaskDefinition): Json => ({
  oneOf: Object.entries(outcomes).map(([outcome, fields]) => ({
    ...DECISION,
    properties: { ...DECISION_PROPERTIES, outcome: { const: outcome }, fields: schemaOf(fields, "input") },
  })),
});

const text = { type: "string" };
const Problem: Json = {
  type: "object",
  description: "RFC 9457. Messages are in Dutch; `rule` is the id of a business rule.",
  required: ["type", "status", "code", "title"],
  properties: {
    type: text,
    status: { type: "integer" },
    code: text,
    title: text,
    detail: text,
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["message"],
        properties: { field: text, rule: text, message: text },
      },
    },
  },
};

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
    Problem,
  };
}
