import type { Context } from "hono";
import { MAXIMUM_FORM_BYTES } from "../../domain/fields.ts";
import { Refusal } from "./refusals.ts";

const FORM = "application/x-www-form-urlencoded";

const typeOf = (c: Context) => c.req.header("content-type")?.toLowerCase().split(";")[0]?.trim();
export const isForm = (c: Context): boolean => typeOf(c) === FORM;

async function readText(c: Context, mediaType: string): Promise<string> {
  if (typeOf(c) !== mediaType) throw new Refusal("media-type");
  if (Number(c.req.header("content-length") ?? 0) > MAXIMUM_FORM_BYTES) throw new Refusal("too-large");
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > MAXIMUM_FORM_BYTES) throw new Refusal("too-large");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(mediaType === FORM ? "broken-text" : "bad-request");
  }
}

/** Far more than any form has: showing tens of thousands again takes megabytes and seconds. */
const MOST_FIELDS = 1000;

/** Reads a posted form of the site; files are uploaded to the bucket. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const text = await readText(c, FORM);
  if (hasTooMany(text)) throw new Refusal("too-large");
  return new URLSearchParams(text);
}

const hasTooMany = (form: string) => form.split("&", MOST_FIELDS + 1).length > MOST_FIELDS;

/** In bytes. A form above the maximum size is still shown again, up to this size. */
const MOST_SHOWN = 1024 * 1024;

/** Reads what was typed in a posted form, as far as possible; undefined where it is no form of the site. */
export async function readTyped(c: Context): Promise<URLSearchParams | undefined> {
  if (!isForm(c)) return undefined;
  const bytes = await c.req.arrayBuffer();
  const text = bytes.byteLength > MOST_SHOWN ? "" : new TextDecoder().decode(bytes);
  return text === "" || hasTooMany(text) ? undefined : new URLSearchParams(text);
}

/** Whether a request has no body. */
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

/** Maximum nesting of values: a decision has four levels. */
const DEEPEST = 16;

/** An unclosed string extends to the end of the body: retrying at each quote would take minutes. */
const TOKENS = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|[[\]{}]/g;

/** Whether values are nested so deeply that recursion would overflow the stack. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [sign] of json.matchAll(TOKENS)) {
    if (sign === "[" || sign === "{") depth += 1;
    if (sign === "]" || sign === "}") depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
