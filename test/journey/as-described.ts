import * as z from "zod";
import { TASKS } from "../../functions/application/tasks.ts";
import { openApiDocument } from "../../functions/web/api/openapi.ts";
import { OPERATIONS } from "../../functions/web/api/operations.ts";
import { keyOf } from "../../functions/web/api/operation.ts";

const Described = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
  ),
});
const { paths } = Described.parse(openApiDocument(OPERATIONS, TASKS, "https://led.example"));

const matches = (template: string, path: string) =>
  new RegExp(`^${template.replace(/:\w+/g, "[^/]+")}$`).test(path.replace(/\?.*/, ""));

/** `path` is relative to the base of the API. */
export type ApiCall = { method: string; path: string; status: number; text: string };

/**
 * Fails when an answer differs from the OpenAPI document in its status or its content. Routes outside the API are not
 * described.
 */
export function mustBeDescribed({ method, path, status, text }: ApiCall): void {
  const operation = OPERATIONS.find((one) => one.method === method && matches(one.path, path));
  if (!operation) return;
  const key = keyOf(operation);
  const { responses } = paths[operation.path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()] ?? {};
  if (!(status in (responses ?? {}))) throw new Error(`${key} answered ${status}, which is not described`);
  const { name, schema } = operation.answer;
  if (status >= 300 || !name) return;
  const body: unknown = JSON.parse(text);
  const described = JSON.stringify(sorted(schema.parse(body)));
  if (described !== JSON.stringify(sorted(body)))
    throw new Error(`${key} told ${JSON.stringify(sorted(body))}; described is ${described}`);
}

/** Sorts the keys of each object. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(entries.map(([name, held]) => [name, sorted(held)]));
}
