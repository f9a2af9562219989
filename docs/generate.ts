import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagesOf, renderLicences } from "./licences.ts";
import { renderProcess } from "./process.ts";
import { collectRules, renderRules } from "./rules.ts";

/** The pages that are made from the code: `npm run docs` writes them, a test fails when one is stale. */
export const GENERATED = {
  "docs/rules.md": () => renderRules(collectRules(root)),
  "docs/process.md": renderProcess,
  "docs/licences.md": () => renderLicences(packagesOf(root)),
} as const;

const root = join(import.meta.dirname, "..");

export const stalePages = (): string[] =>
  Object.entries(GENERATED)
    .filter(([path, render]) => readFileSync(join(root, path), { encoding: "utf8", flag: "a+" }) !== render())
    .map(([path]) => path);

if (import.meta.main) {
  for (const [path, render] of Object.entries(GENERATED)) writeFileSync(join(root, path), render());
}
