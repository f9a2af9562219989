/** A JSON value in inputs, outputs and variables. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export const parseJson: (text: string) => Json = JSON.parse;

export const isJsonObject = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The service's limit on input, output, result and assigned variables: 256 KiB of UTF-8. */
export const MAX_DATA_BYTES = 262_144;

/** Whether JSON text exceeds the limit; bytes are counted only where it matters. */
export const isTooLarge = (text: string) =>
  text.length > MAX_DATA_BYTES / 3 && Buffer.byteLength(text) > MAX_DATA_BYTES;
