import type { Context } from "hono";
import { MAXIMUM_FORM_BYTES } from "../domain/fields.ts";
import { Refusal } from "./refusals.ts";

async function readText(c: Context, mediaType: string): Promise<string> {
  const [given] = (c.req.header("content-type") ?? "").toLowerCase().split(";");
  if (given?.trim() !== mediaType) throw new Refusal("media-type");
  if (Number(c.req.header("content-length") ?? 0) > MAXIMUM_FORM_BYTES) throw new Refusal("too-large");
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > MAXIMUM_FORM_BYTES) throw new Refusal("too-large");
  return new TextDecoder().decode(bytes);
}

/** A posted form of ours: files never come here. */
export const readForm = async (c: Context): Promise<URLSearchParams> =>
  new URLSearchParams(await readText(c, "application/x-www-form-urlencoded"));

/** Whether a request brings nothing at all. */
export const isEmpty = async (c: Context): Promise<boolean> =>
  Number(c.req.header("content-length") ?? 0) === 0 && (await c.req.arrayBuffer()).byteLength === 0;

export async function readJson(c: Context): Promise<unknown> {
  const text = await readText(c, "application/json");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal("bad-request");
  }
}
