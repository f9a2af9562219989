import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** Licences that may ship under the EUPL-1.2: permissive ones, which only require their notice. */
export const ALLOWED = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-3.0",
  // That of this product, and of the components that its pages are made of.
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT-0",
  // For fonts: they may be shipped with software and embedded in documents.
  "OFL-1.1",
  "PSF-2.0",
  "Unlicense",
  "Zlib",
];
/**
 * Development packages may also have a licence whose copyleft is limited to their own files, or a choice of licences.
 */
export const ALLOWED_FOR_DEVELOPMENT = [...ALLOWED, "MPL-2.0", "Python-2.0"];

/** Licences that a package has in its files only, and not in its package.json. */
const IN_FILES: Record<string, string | undefined> = { "png-js": "MIT" };

const Entry = z.looseObject({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  devOptional: z.boolean().optional(),
});
export const Lockfile = z.looseObject({ packages: z.record(z.string(), Entry) });

/** The only optional package is a database for the local cloud. */
export const ships = ({ dev, optional, devOptional }: z.infer<typeof Entry>): boolean =>
  !(dev ?? optional ?? devOptional ?? false);

export type Package = { name: string; version: string; licence: string; ships: boolean };

/** All packages of the lockfile, one entry per version. */
export function packagesOf(root: string): Package[] {
  const { packages } = Lockfile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const found = Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => {
      const name = path.replace(/^.*node_modules\//, "");
      const licence = entry.license ?? IN_FILES[name] ?? "none";
      return { name, version: entry.version ?? "", licence, ships: ships(entry) };
    });
  const byVersion = new Map(found.map((one) => [`${one.name}@${one.version} ${one.ships}`, one]));
  return [...byVersion.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const keyOf = ({ name, version }: Package) => `${name}@${version}`;

/** Whether an SPDX expression is allowed: one side of `A OR B`, both sides of `A AND B`. */
export const isAllowed = (licence: string, allowed: readonly string[]): boolean =>
  licence
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => allowed.includes(one)));

export function renderLicences(packages: Package[]): string {
  const shipped = packages.filter(({ ships }) => ships);
  const others = packages.filter(({ ships }) => !ships);
  const counts = new Map<string, number>();
  for (const { licence } of others) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const rows = shipped.map(({ name, version, licence }) => [name, version, licence]);
  const perLicence = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    "# Licences",
    "",
    "Made from `package-lock.json` by `npm run generate`. `npm run sbom` writes what ships as a CycloneDX document. Which licences",
    "are allowed stands in [licences.ts](licences.ts).",
    "",
    "## What ships",
    "",
    ...table(["package", "version", "licence"], rows),
    "",
    "## What builds, tests and runs it locally",
    "",
    ...table(
      ["licence", "packages"],
      perLicence.map(([licence, count]) => [licence, String(count)]),
    ),
    "",
  ].join("\n");
}

/** Pads columns to their widest cell, as Prettier does. */
function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((title, column) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? title).length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)];
}
