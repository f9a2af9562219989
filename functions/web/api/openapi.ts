import type * as z from "zod";
import type { Definitions } from "../../domain/task-definition.ts";
import { LONGEST_KEY } from "../http/once.ts";
import { ANSWER_EXAMPLES } from "./answer-examples.ts";
import type { Body } from "./inputs.ts";
import { BASE, keyOf, type Operation, parametersIn } from "./operation.ts";
import { parameterOf } from "./parameters.ts";
import { mayBeEmpty } from "./read-call.ts";
import { answerRef, bodyRef, type Json, problemRef, schemaOf, schemas } from "./schemas.ts";

/** Description of each status of a refusal. */
const NOT_SERVED: Record<number, string> = {
  400: "Malformed: no JSON, an unknown query or document kind, or an Idempotency-Key that is missing or too long",
  401: "No valid token",
  403: "Not permitted for the roles of the caller",
  404: "Not found",
  409: "Refused by a rule, or somebody else was first",
  410: "The dossier was deleted",
  413: "Above the maximum size",
  415: "Not sent as JSON",
  422: "Something is missing or wrong, or a rule refuses it",
  429: "A limit is reached",
  500: "Internal error",
  503: "Temporarily unavailable: retry",
};

const isOpen = ({ who }: Operation) => who === "anyone";

function refusalsOf(operation: Operation): number[] {
  const { method, path, query, body, also = [] } = operation;
  const codes = [
    ...(isOpen(operation) ? [] : [401, 403]),
    ...(path.includes(":") ? [404] : []),
    ...(path.startsWith("/dossiers/:id") ? [410] : []),
    ...(body || query || method === "POST" ? [400] : []),
    ...(body ? [413, 415, 422] : []),
    ...(method === "POST" ? [409, 429] : []),
    ...[...also, 500, 503],
  ];
  return codes.sort((a, b) => a - b);
}

function answerOf({ status, name }: Operation["answer"]): Json {
  if (status === 303) return { description: "A redirect to its address, valid for some minutes" };
  if (status === 204) return { description: "Done" };
  const told =
    name === undefined
      ? { schema: { type: "object" } }
      : { schema: answerRef(name), example: ANSWER_EXAMPLES[name] };
  return { description: "Done", content: { "application/json": told } };
}

const bodyOf = ({ name, described }: Body, example: unknown): Json => ({
  required: described === "by-task" || !mayBeEmpty(described),
  content: { "application/json": { schema: bodyRef(name), example } },
});

/** A request that is sent twice with the same key and body takes effect once (once.ts). */
const idempotencyKey = ({ makes }: Operation): Json => ({
  ...{ name: "Idempotency-Key", in: "header", required: makes === true },
  description: `The same key and body within 30 days is the same request; with another body it is refused${
    makes === "by-id" ? ". Required where the body has no id" : ""
  }`,
  schema: { type: "string", minLength: 1, maxLength: LONGEST_KEY },
});

const pathParameter = (name: string): Json => {
  const { description, ...schema } = schemaOf(parameterOf(name), "input");
  return { name, in: "path", required: true, description, schema };
};

const queryParameters = ({ query, example }: Operation): Json[] =>
  Object.entries<z.ZodType>(query?.shape ?? {}).map(([name, schema]) => {
    const value: unknown = Reflect.get(example?.query ?? {}, name);
    return { name, in: "query", required: false, schema: schemaOf(schema, "input"), example: value };
  });

function describe(operation: Operation): Json {
  const { method, path, summary, body, answer, example } = operation;
  const refusals = refusalsOf(operation).map((status) => [
    status,
    { $ref: `#/components/responses/${status}` },
  ]);
  return {
    summary,
    operationId: keyOf(operation).replace(/[^\w]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    parameters: [
      ...parametersIn(path).map(pathParameter),
      ...queryParameters(operation),
      ...(method === "POST" ? [idempotencyKey(operation)] : []),
    ],
    ...(isOpen(operation) ? { security: [] } : {}),
    ...(body ? { requestBody: bodyOf(body, example?.body) } : {}),
    responses: { [answer.status]: answerOf(answer), ...Object.fromEntries(refusals) },
  };
}

const REFUSED = Object.fromEntries(
  Object.entries(NOT_SERVED).map(([status, description]) => [
    status,
    { description, content: { "application/problem+json": { schema: problemRef } } },
  ]),
);

/** The OpenAPI document, from the same declarations that serve the API. */
export function openApiDocument(
  operations: readonly Operation[],
  definitions: Definitions,
  site: string,
): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const address = operation.path.replace(/:(\w+)/g, "{$1}");
    paths[address] = { ...paths[address], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "LED onboarding: admin API", version: "1.0.0" },
    servers: [{ url: site + BASE }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      responses: REFUSED,
      schemas: schemas(operations, definitions),
    },
  };
}
