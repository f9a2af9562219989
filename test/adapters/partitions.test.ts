import { expect, it } from "vitest";
import * as z from "zod";
import { keys, PARTITIONS } from "../../functions/adapters/dynamodb/keys.ts";
import { matches } from "../../local/iam/wildcards.ts";

const Key = z.object({ pk: z.string() });
const made = Object.entries(keys).map(
  ([name, make]) => [name, Key.parse(Reflect.apply(make, undefined, ["1", "2"])).pk] as const,
);

it.each(made)("a key of kind %s matches exactly one kind of partition that can be granted", (_kind, pk) => {
  expect(Object.values(PARTITIONS).filter((pattern) => matches(pattern, pk))).toHaveLength(1);
});
