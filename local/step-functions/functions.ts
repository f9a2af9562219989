import { createHash, randomUUID } from "node:crypto";
import jsonata from "jsonata";
import { parseJson, type Json } from "./json.ts";

/** Longest array that $range gives, as the service limits it. */
const LONGEST_RANGE = 1000;

const ALGORITHMS = new Map([
  ["MD5", "md5"],
  ["SHA-1", "sha1"],
  ["SHA-256", "sha256"],
  ["SHA-384", "sha384"],
  ["SHA-512", "sha512"],
]);

function partition(items: Json[], size: number): Json[][] {
  if (!Number.isInteger(size) || size < 1)
    throw new Error("$partition expects a positive integer as its size");
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

/** Both ends included. */
function range(first: number, last: number, step: number): number[] {
  if (step === 0) throw new Error("$range expects a step other than 0");
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > LONGEST_RANGE) throw new Error(`$range cannot give more than ${LONGEST_RANGE} items`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function hash(data: Json, algorithm: string): string {
  const name = ALGORITHMS.get(algorithm);
  if (!name) throw new Error(`$hash does not know the algorithm ${algorithm}`);
  return createHash(name)
    .update(typeof data === "string" ? data : JSON.stringify(data))
    .digest("hex");
}

/** A number in [0, 1); the same seed gives the same number. */
function random(seed?: number): number {
  if (seed === undefined) return Math.random();
  return createHash("sha256").update(String(seed)).digest().readUInt32BE(0) / 2 ** 32;
}

const fromMillis = jsonata("$fromMillis($time, $picture, $zone)");

/** Adds what Step Functions adds to JSONata, takes away $eval, and lets $now and $millis follow the given clock. */
export function addStepFunctions(expression: jsonata.Expression, now: () => number): void {
  expression.registerFunction("partition", partition, "<a-n:a<a>>");
  expression.registerFunction("range", range, "<n-n-n:a<n>>");
  expression.registerFunction("hash", hash, "<j-s:s>");
  expression.registerFunction("random", random, "<n?:n>");
  expression.registerFunction("uuid", () => randomUUID(), "<:s>");
  expression.registerFunction("parse", parseJson, "<s-:j>");
  expression.registerFunction("millis", now, "<:n>");
  expression.registerFunction(
    "now",
    (picture?: string, zone?: string) => fromMillis.evaluate(undefined, { time: now(), picture, zone }),
    "<s?s?:s>",
  );
  expression.assign("eval", undefined);
}
