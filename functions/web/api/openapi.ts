import type * as z from "zod";
import type { Definitions } from "../../domain/task-definition.ts";
import { LONGEST_KEY } from "../http/once.ts";
import { REFUSALS, type RefusalKind } from "../http/refusals.ts";
import { refusalTexts } from "../ui/refusals.nl.ts";
import { ANSWER_EXAMPLES } from "./answer-examples.ts";
import type { Body } from "./inputs.ts";
import { TAGS } from "./tags.ts";
import { BASE, keyOf, type Operation, parametersIn, takesIfMatch } from "./operation.ts";
import { parameterOf } from "./parameters.ts";
import { PROBLEM_KINDS, problemType } from "./problem.ts";
import { mayBeEmpty } from "./read-call.ts";
import { answerRef, bodyRef, type Json, problemRef, schemaOf, schemas } from "./schemas.ts";

/** Description of each status of a refusal. */
const NOT_SERVED: Record<number, string> = {
  400: "Malformed: no JSON, a name or a value that is not described, or an Idempotency-Key that is missing or too long",
  401: "No valid token",
  403: "Not permitted for the roles of the caller",
  404: "Not found",
  409: "Refused by a rule, or somebody else was first",
  410: "The dossier was deleted",
  412: "The dossier is not in the state that If-Match names",
  413: "Above the maximum size",
  415: "Not sent as JSON",
  422: "Something is missing or wrong, a rule refuses it, or the Idempotency-Key was used for something else",
  429: "A limit is reached",
  500: "Internal error",
  503: "Temporarily unavailable: retry",
};

const isOpen = ({ who }: Operation) => who === "anyone";

function refusalsOf(operation: Operation): number[] {
  const { method, path, body, also = [] } = operation;
  const codes = [
    ...(isOpen(operation) ? [] : [401, 403]),
    ...(path.includes(":") ? [404] : []),
    ...(path.startsWith("/dossiers/:id") ? [410] : []),
    400,
    ...(takesIfMatch(operation) ? [412] : []),
    ...(body ? [413, 415] : []),
    ...(method === "POST" ? [409, 422, 429] : []),
    ...[...also, 500, 503],
  ];
  return [...new Set(codes)].sort((a, b) => a - b);
}

function answerOf({ answer: { status, name }, hasTag }: Operation): Json {
  if (status === 303)
    return {
      description: "A redirect to its address, valid for some minutes",
      headers: { Location: { required: true, schema: { type: "string", format: "uri" } } },
    };
  if (status === 204) return { description: "Done" };
  const told =
    name === undefined
      ? { schema: { type: "object" } }
      : { schema: answerRef(name), example: ANSWER_EXAMPLES[name] };
  return {
    description: "Done",
    ...(hasTag
      ? { headers: { ETag: { required: true, description: TAG, schema: { type: "string" } } } }
      : {}),
    content: { "application/json": told },
  };
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

const TAG = "State of the dossier with its tasks, documents and accesses, for If-Match";
const ifMatch: Json = {
  ...{ name: "If-Match", in: "header", required: false },
  description:
    "ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412)",
  schema: { type: "string" },
};

const pathParameter = (name: string): Json => {
  const { description, ...schema } = schemaOf(parameterOf(name), "input");
  return { name, in: "path", required: true, description, schema };
};

const queryParameters = ({ query, example }: Operation): Json[] =>
  Object.entries<z.ZodType>(query?.shape ?? {}).map(([name, schema]) => {
    const value: unknown = Reflect.get(example?.query ?? {}, name);
    const { description, ...rest } = schemaOf(schema, "input");
    return { name, in: "query", required: false, description, schema: rest, example: value };
  });

function describe(operation: Operation): Json {
  const { method, path, tag, summary, body, answer, example } = operation;
  const refusals = refusalsOf(operation).map((status) => [
    status,
    { $ref: `#/components/responses/${status}` },
  ]);
  return {
    ...(tag === undefined ? {} : { tags: [tag] }),
    summary,
    operationId: keyOf(operation).replace(/[^\w]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    parameters: [
      ...parametersIn(path).map(pathParameter),
      ...queryParameters(operation),
      ...(method === "POST" ? [idempotencyKey(operation)] : []),
      ...(takesIfMatch(operation) ? [ifMatch] : []),
    ],
    ...(isOpen(operation) ? { security: [] } : {}),
    ...(body ? { requestBody: bodyOf(body, example?.body) } : {}),
    responses: { [answer.status]: answerOf(operation), ...Object.fromEntries(refusals) },
  };
}

const RETRY: Json = { "Retry-After": { description: "Seconds", schema: { type: "integer" } } };
const HEADERS: Record<number, Json | undefined> = { 429: RETRY, 503: RETRY };

/** The first kind of refusal with this status, in its words. */
function exampleOf(status: number): Json {
  const [code = "failure"] = PROBLEM_KINDS.filter((kind) => isRefusal(kind) && REFUSALS[kind] === status);
  const { title } = isRefusal(code) ? refusalTexts.refusals[code] : { title: "" };
  return { type: problemType(code), status, code, title };
}
const isRefusal = (kind: string): kind is RefusalKind => Object.hasOwn(REFUSALS, kind);

const REFUSED = Object.fromEntries(
  Object.entries(NOT_SERVED).map(([status, description]) => [
    status,
    {
      description,
      ...(HEADERS[Number(status)] ? { headers: HEADERS[Number(status)] } : {}),
      content: { "application/problem+json": { schema: problemRef, example: exampleOf(Number(status)) } },
    },
  ]),
);

const ABOUT = [
  "Programs can do here what the LED team does on the admin pages.",
  "Lists have `items`. If more items follow, they also have `next`: ask again with it and the same filter.",
  "A name in the query or the body that is not described is refused with 400.",
  "A POST with an `Idempotency-Key` can be retried. The same key with the same content gives the same answer; with other content it is refused with 422.",
  "A change of a dossier may send the ETag that the caller read in `If-Match`. If the dossier has changed since, the request is refused with 412. Without `If-Match`, only the rules of the act decide.",
  "Every refusal is a problem document with a `code` for programs. Title and messages are Dutch, for people.",
].join("\n\n");

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
    info: {
      ...{ title: "LED onboarding: admin API", version: "1.0.0", description: ABOUT },
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: site + BASE }],
    security: [{ bearer: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      responses: REFUSED,
      schemas: schemas(operations, definitions),
    },
  };
}
