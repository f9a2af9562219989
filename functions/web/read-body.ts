import type { Context } from "hono";
import { MAXIMUM_FORM_BYTES } from "../domain/fields.ts";
import { Refusal } from "./refusals.ts";

async function readText(c: Context, mediaType: string): Promise<string> {
  const [given] = (c.req.header("content-type") ?? "").toLowerCase().split(";");
  if (given?.trim() !== mediaType) throw new Refusal("media-type");
  if (Number(c.req.header("content-length") ?? 0) > MAXIMUM_FORM_BYTES) throw new Refusal("too-large");
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > MAXIMUM_FORM_BYTES) throw new Refusal("too-large");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("bad-request");
  }
}

/** Far more than any form of ours has: shown again one by one, tens of thousands take megabytes and seconds. */
const MOST_FIELDS = 1000;

/** A posted form of ours: files never come here. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const text = await readText(c, "application/x-www-form-urlencoded");
  if (text.split("&", MOST_FIELDS + 1).length > MOST_FIELDS) throw new Refusal("too-large");
  return new URLSearchParams(text);
}

/** Whether a request brings nothing at all. */
export const isEmpty = async (c: Context): Promise<boolean> =>
  Number(c.req.header("content-length") ?? 0) === 0 && (await c.req.arrayBuffer()).byteLength === 0;

export async function readJson(c: Context): Promise<unknown> {
  const text = await readText(c, "application/json");
  if (isTooDeep(text)) throw new Refusal("bad-request");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal("bad-request");
  }
}

/** Values within values: a decision has four levels. */
const DEEPEST = 16;

/** A text that nobody closed ends with the body: tried again at each of its quotes, it takes minutes. */
const TOKENS = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|[[\]{}]/g;

/** Whether values lie so deep in each other that whatever walks through them would run out of stack. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [sign] of json.matchAll(TOKENS)) {
    if (sign === "[" || sign === "{") depth += 1;
    if (sign === "]" || sign === "}") depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
