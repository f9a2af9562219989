import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderDossierLife } from "./dossier-life.ts";
import { withSteps } from "./failures.ts";
import { packagesOf, renderLicences } from "./licences.ts";
import { renderProcess } from "./process.ts";
import { collectRules, renderRules } from "./rules.ts";

/** Generated pages: `npm run docs` writes them, and a test fails when one is stale. */
export const GENERATED: Readonly<Record<string, () => string | Promise<string>>> = {
  "docs/rules.md": () => renderRules(collectRules(root)),
  "docs/process.md": renderProcess,
  "docs/dossier-life.md": renderDossierLife,
  "docs/failures.md": () => withSteps(readFileSync(join(root, "docs/failures.md"), "utf8")),
  "docs/licences.md": () => renderLicences(packagesOf(root)),
  "docs/openapi.json": async () => (await import("./openapi.ts")).renderOpenApi(),
  // Loaded only when needed, because it loads the CDK.
  "docs/permissions.md": async () => (await import("./permissions.ts")).renderPermissions(),
};

const root = join(import.meta.dirname, "..");

export async function stalePages(): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, render] of Object.entries(GENERATED))
    if (readFileSync(join(root, path), { encoding: "utf8", flag: "a+" }) !== (await render()))
      stale.push(path);
  return stale;
}

if (import.meta.main) {
  await import("./load-tsx.ts");
  for (const [path, render] of Object.entries(GENERATED)) writeFileSync(join(root, path), await render());
}
