import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import createClient from "openapi-fetch";
import { mustBeDescribed } from "../journey/as-described.ts";
import type { components, paths } from "./schema.ts";

export type Decision<Kind extends string> = Kind extends keyof components["schemas"]
  ? components["schemas"][Kind]
  : never;

/**
 * A client of the API with the types that are generated from its document. It sends every change twice with the same key,
 * as a program does that got no answer, and fails where the second answer differs.
 */
export const openClient = (base: string, token: string) =>
  createClient<paths>({
    baseUrl: base,
    headers: { authorization: `Bearer ${token}` },
    fetch: async (request) => {
      if (request.method === "GET") return sendOnce(base, request);
      if (!request.headers.has("idempotency-key")) request.headers.set("idempotency-key", randomUUID());
      const first = await sendOnce(base, request.clone());
      const second = await sendOnce(base, request);
      const [one, other] = await Promise.all([sumOf(first), sumOf(second)]);
      if (!isDeepStrictEqual(one, other))
        throw new Error(`${request.url}: ${JSON.stringify(one)}, and sent again ${JSON.stringify(other)}`);
      return second;
    },
  });
export type Client = ReturnType<typeof openClient>;

async function sendOnce(base: string, request: Request): Promise<Response> {
  const { method, url } = request;
  const response = await fetch(request, { redirect: "manual" });
  const text = await response.clone().text();
  mustBeDescribed({ method, path: url.slice(base.length), status: response.status, text });
  return response;
}

/** Status and content. A request to upload stores nothing: each gets a form with an id of its own. */
async function sumOf(response: Response): Promise<unknown> {
  const text = await response.clone().text();
  const content: unknown = text === "" ? undefined : JSON.parse(text);
  const isUpload = typeof content === "object" && content !== null && "form" in content;
  return { status: response.status, content: isUpload ? Object.keys(content) : content };
}

/** A key of its own for each request that creates or sends something. */
export const aKey = () => ({ "Idempotency-Key": randomUUID() });

/** What the API answered, where it did not refuse. */
export function told<Data>({ data, error }: { data?: Data; error?: unknown }): Data {
  if (data === undefined) throw new Error(`refused: ${JSON.stringify(error)}`);
  return data;
}
