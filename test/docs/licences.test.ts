import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ALLOWED, ALLOWED_FOR_DEVELOPMENT, isAllowed, packagesOf } from "../../docs/licences.ts";
import { billOfMaterials } from "../../docs/sbom.ts";

const root = join(import.meta.dirname, "../..");
const packages = packagesOf(root);
const shipped = packages.filter(({ ships }) => ships);

describe("the licence of every package", () => {
  it.each([
    ["that ships", ALLOWED, shipped],
    ["that builds or tests", ALLOWED_FOR_DEVELOPMENT, packages.filter(({ ships }) => !ships)],
  ])("%s is allowed", (_which, allowed, those) => {
    expect(those.length).toBeGreaterThan(30);
    expect(those.filter(({ licence }) => !isAllowed(licence, allowed))).toEqual([]);
  });

  it.each([
    ["MIT", true],
    ["(GPL-3.0-or-later OR MIT)", true],
    ["(MIT AND GPL-3.0-or-later)", false],
    ["AGPL-3.0-only", false],
    ["none", false],
  ])("%s: %s", (licence, expected) => {
    expect(isAllowed(licence, ALLOWED)).toBe(expected);
  });
});

const Bill = z.object({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string(),
  metadata: z.looseObject({ component: z.looseObject({ name: z.literal("led-onboarding") }) }),
  components: z.array(
    z.looseObject({
      name: z.string(),
      version: z.string(),
      purl: z.string().startsWith("pkg:npm/"),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).nonempty(),
    }),
  ),
});

it("npm run sbom names every package that ships, with its hash, and no other", () => {
  const { components } = Bill.parse(JSON.parse(billOfMaterials(root)));

  const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
  expect([...named].sort()).toEqual(shipped.map(({ name, version }) => `${name}@${version}`).sort());
});
