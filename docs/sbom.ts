import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { Lockfile, ships } from "./licences.ts";

const Manifest = z.looseObject({ name: z.string() });
const FORMAT = ["--package-lock-only", "--sbom-format", "cyclonedx", "--sbom-type", "application"];

/**
 * The shipped packages, as a CycloneDX document made by npm. `npm sbom --omit dev` also omits shipped packages that
 * development uses as well, so npm gets a lockfile with only the shipped ones.
 */
export function billOfMaterials(root: string): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
  const manifest = Manifest.parse(read("package.json"));
  const temporary = mkdtempSync(join(tmpdir(), "led-sbom-"));
  // npm takes the name from the folder.
  const folder = join(temporary, manifest.name);
  const lockfile = Lockfile.parse(read("package-lock.json"));
  const isKept = ([path, entry]: [string, (typeof lockfile.packages)[string]]) => path === "" || ships(entry);
  const packages = Object.fromEntries(
    Object.entries(lockfile.packages)
      .filter(isKept)
      .map(([path, entry]) => [path, path === "" ? withoutDevelopment(entry) : entry]),
  );
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify(withoutDevelopment(manifest)));
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ ...lockfile, packages }));
    return execFileSync("npm", ["sbom", ...FORMAT], { cwd: folder, encoding: "utf8" });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function withoutDevelopment(manifest: Record<string, unknown>): Record<string, unknown> {
  const { devDependencies: _dev, optionalDependencies: _optional, ...others } = manifest;
  return others;
}

const ROOT = join(import.meta.dirname, "..");
if (import.meta.main) writeFileSync(join(ROOT, "sbom.cdx.json"), billOfMaterials(ROOT));
