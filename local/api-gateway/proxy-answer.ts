import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import type { HttpAnswer } from "./own-answers.ts";
import { isBinary } from "./proxy-event.ts";

const Value = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const ProxyAnswer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), Value).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(Value)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Headers that API Gateway drops or renames. */
const REMAPPED = new Set(["connection", "date", "server", "www-authenticate"]);
const DROPPED = new Set(["content-length", "transfer-encoding"]);

/** Converts the answer of a function to HTTP; undefined when it lacks the shape of a proxy integration. */
export function httpAnswer(
  payload: string,
  binaryMediaTypes: readonly string[],
  accept: string,
): HttpAnswer | undefined {
  const parsed = ProxyAnswer.strict().safeParse(parseJson(payload));
  if (!parsed.success) return undefined;
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  const merged = new Map<string, string[]>();
  for (const [name, value] of Object.entries(headers ?? {})) merged.set(name.toLowerCase(), [value]);
  for (const [name, values] of Object.entries(multiValueHeaders ?? {}))
    merged.set(name.toLowerCase(), values);
  if (!merged.has("content-type")) merged.set("content-type", ["application/json"]);
  const decodes = isBase64Encoded === true && isBinary(binaryMediaTypes, accept.split(",")[0] ?? "");
  return {
    status: statusCode,
    headers: [...merged]
      .filter(([name]) => !DROPPED.has(name))
      .map(([name, values]) => [REMAPPED.has(name) ? `x-amzn-remapped-${name}` : name, values]),
    body: Buffer.from(body ?? "", decodes ? "base64" : "utf8"),
  };
}
