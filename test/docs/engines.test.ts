import { readFileSync } from "node:fs";
import { join } from "node:path";
import { satisfies } from "semver";
import { expect, it } from "vitest";
import * as z from "zod";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z
      .object({ optional: z.boolean().optional(), engines: z.looseObject({ node: z.string().optional() }) })
      .partial(),
  ),
});

/** The last release of the oldest Node that README asks of a host (ADR 3). */
const OLDEST = "20.20.2";

it("every package installs on the oldest Node of a host, without a warning", () => {
  const text = readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8");
  const { packages } = Lockfile.parse(JSON.parse(text));
  const refusing = Object.entries(packages).filter(
    ([, { optional, engines }]) =>
      !optional && engines?.node !== undefined && !satisfies(OLDEST, engines.node),
  );

  expect(Object.keys(packages).length).toBeGreaterThan(300);
  expect(refusing.map(([path]) => path)).toEqual([]);
});
