import { LONGEST_KEY } from "../http/once.ts";
import { ADMIN_PERMISSIONS } from "../http/permissions.ts";
import type { Definitions } from "../../domain/human-task.ts";
import { BODIES, type BodyName } from "./bodies.ts";
import { type Operation, OPERATIONS } from "./operations.ts";
import { mayBeEmpty } from "./read-input.ts";
import { answerRef, bodyRef, type Json, problemRef, schemas } from "./schemas.ts";

const PREFIX = "/api/admin/v1";

/** Why something is not served, in the words of its status. */
const NOT_SERVED: Record<number, string> = {
  400: "Not understood: no JSON, a query or document kind that there is not, or an Idempotency-Key that is missing or too long",
  401: "No token, or none that is good now",
  403: "Not for the roles of the caller",
  404: "There is no such thing",
  409: "Refused by a rule, or somebody else was first",
  410: "The dossier was deleted",
  413: "Longer than a form can be",
  415: "Not sent as JSON",
  422: "Something is missing or wrong, or a rule holds it back",
  429: "Asked too often",
  500: "A failure of ours",
  503: "Not now: try again",
};

const isOpen = (key: string) => ADMIN_PERMISSIONS[key.replace(" ", ` ${PREFIX}`)] === "anyone";

function refusalsOf(key: string, { query, body, also = [] }: Operation): number[] {
  const codes = [
    ...(isOpen(key) ? [] : [401, 403]),
    ...(key.includes(":") ? [404] : []),
    ...(key.includes("/dossiers/:id") ? [410] : []),
    ...(body || query || key.startsWith("POST") ? [400] : []),
    ...(body ? [413, 415, 422] : []),
    ...(key.startsWith("POST") ? [409, 429] : []),
    ...[...also, 500, 503],
  ];
  return codes.sort((a, b) => a - b);
}

function answerOf([status, name]: Operation["answer"]): Json {
  if (status === 303) return { description: "Where it is, for some minutes" };
  if (status === 204) return { description: "Done" };
  const schema = name === undefined ? { type: "object" } : answerRef(name);
  return { description: "Done", content: { "application/json": { schema } } };
}

const bodyOf = (name: BodyName): Json => ({
  required: name === "Decision" || !mayBeEmpty(BODIES[name]),
  content: { "application/json": { schema: bodyRef(name) } },
});

/** Sent twice with the same key and body, a request is carried out once (once.ts). */
const idempotencyKey = ({ makes }: Operation) => ({
  ...{ name: "Idempotency-Key", in: "header", required: makes === true },
  description: `The same key and body within 30 days is the same request; with another body it is refused${
    makes === "by-id" ? ". Required where the body has no id" : ""
  }`,
  schema: { type: "string", minLength: 1, maxLength: LONGEST_KEY },
});

function operation(key: string, described: Operation): Json {
  const { summary, query = [], body, answer } = described;
  const inPath = [...key.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true },
    schema: { type: "string" },
  }));
  const problem = { "application/problem+json": { schema: problemRef } };
  const refusals = refusalsOf(key, described).map((status) => [
    status,
    { description: NOT_SERVED[status], content: problem },
  ]);
  return {
    summary,
    operationId: key.replace(/[^\w]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    parameters: [...inPath, ...query, ...(key.startsWith("POST") ? [idempotencyKey(described)] : [])],
    ...(isOpen(key) ? { security: [] } : {}),
    ...(body ? { requestBody: bodyOf(body) } : {}),
    responses: { [answer[0]]: answerOf(answer), ...Object.fromEntries(refusals) },
  };
}

/** The description of the API, made of the same schemas that check what it takes in and shape what it tells. */
export function openApiDocument(definitions: Definitions, site: string): Json {
  const paths: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(OPERATIONS)) {
    const [method = "", path = ""] = key.split(" ");
    const address = path.replace(/:(\w+)/g, "{$1}");
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(key, entry) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "LED onboarding: admin API", version: "1.0.0" },
    servers: [{ url: site + PREFIX }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: schemas(definitions),
    },
  };
}

/** The operations it describes, as the routes write them. */
export const DESCRIBED_ROUTES = Object.keys(OPERATIONS).map((key) => key.replace(" ", ` ${PREFIX}`));
