import { createHash, randomUUID } from "node:crypto";
import jsonata from "jsonata";
import { seededRandom } from "../values/java-random.ts";
import { parseJson, type Json } from "../values/json.ts";

/** Maximum length of an array from $range; the service ends the evaluation beyond it. */
const LONGEST_RANGE = 360_145;

const ALGORITHMS = new Map([
  ["MD5", "md5"],
  ["SHA-1", "sha1"],
  ["SHA-256", "sha256"],
  ["SHA-384", "sha384"],
  ["SHA-512", "sha512"],
]);

/** For arguments that yield no chunks, the service returns undefined. */
function partition(items: Json[] | undefined, size: number | undefined): Json[][] | undefined {
  const length = Math.trunc(size ?? 0);
  if (length < 0) throw new Error("$partition expects a positive integer as its size");
  if (!items || items.length === 0 || length === 0) return undefined;
  return Array.from({ length: Math.ceil(items.length / length) }, (_, part) =>
    items.slice(part * length, (part + 1) * length),
  );
}

/** Both ends are included. A single number yields itself; a step in the wrong direction yields undefined. */
function range(first?: number, last?: number, step?: number): number | number[] | undefined {
  if (first === undefined || last === undefined || step === undefined) return undefined;
  const [start, end, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (by === 0) return undefined;
  const length = Math.floor((end - start) / by) + 1;
  if (length < 1) return undefined;
  // JSONata's code for a sequence that is too long.
  if (length > LONGEST_RANGE) throw Object.assign(new Error("The range is too long"), { code: "D2015" });
  return length === 1 ? start : Array.from({ length }, (_, index) => start + index * by);
}

function hash(data: Json | undefined, algorithm: string | undefined): string | undefined {
  if (data === undefined || algorithm === undefined) return undefined;
  const name = ALGORITHMS.get(algorithm);
  if (!name) throw new Error(`$hash does not know the algorithm ${algorithm}`);
  return createHash(name)
    .update(typeof data === "string" ? data : JSON.stringify(data))
    .digest("hex");
}

const parse = (text?: string) => (text === undefined ? undefined : parseJson(text));

/** A number in [0, 1). The same seed gives the same number as in the service. */
const random = (seed?: number) => (seed === undefined ? Math.random() : seededRandom(Math.trunc(seed)));

const fromMillis = jsonata("$fromMillis($time, $picture, $zone)");

/**
 * Adds the functions of Step Functions to JSONata, removes $eval, and makes $now and $millis follow the given clock.
 */
export function addStepFunctions(expression: jsonata.Expression, now: () => number): void {
  expression.registerFunction("partition", partition, "<a?n?:a<a>>");
  expression.registerFunction("range", range, "<n?n?n?:j>");
  expression.registerFunction("hash", hash, "<j?s?:s>");
  expression.registerFunction("random", random, "<n?:n>");
  expression.registerFunction("uuid", () => randomUUID(), "<:s>");
  expression.registerFunction("parse", parse, "<s?:j>");
  expression.registerFunction("millis", now, "<:n>");
  expression.registerFunction(
    "now",
    (picture?: string, zone?: string) => fromMillis.evaluate(undefined, { time: now(), picture, zone }),
    "<s?s?:s>",
  );
  expression.assign("eval", undefined);
}
