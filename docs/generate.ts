import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderDossierLife } from "./dossier-life.ts";
import { packagesOf, renderLicences } from "./licences.ts";
import { renderProcess } from "./process.ts";
import { collectRules, renderRules } from "./rules.ts";

/** The pages that are made from the code: `npm run generate` writes them, a test fails when one is stale. */
export const GENERATED: Readonly<Record<string, () => string | Promise<string>>> = {
  "functions/web/ui/look.ts": async () => (await import("../look/stylesheet.ts")).renderStylesheet(),
  "functions/web/ui/script.ts": async () => (await import("../look/render-script.ts")).renderScript(),
  "functions/mail/mail-parts.ts": async () => (await import("../look/mail.ts")).renderMailParts(),
  "docs/rules.md": () => renderRules(collectRules(root)),
  "docs/process.md": renderProcess,
  "docs/dossier-life.md": renderDossierLife,
  "docs/licences.md": () => renderLicences(packagesOf(root)),
  "docs/openapi.json": async () => (await import("./openapi.ts")).renderOpenApi(),
  "test/client/schema.ts": async () => (await import("./openapi.ts")).renderClient(),
  // These load the CDK, which the others do without.
  "docs/onboarding.md": async () => (await import("./workflow.ts")).renderWorkflow("onboarding"),
  "docs/out-of-use.md": async () => (await import("./workflow.ts")).renderWorkflow("out-of-use"),
  "docs/costs.md": async () => (await import("./costs.ts")).renderCosts(),
  "docs/scaling.md": async () => (await import("./scaling.ts")).renderScaling(),
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
