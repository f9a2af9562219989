import { ACCEPTED_DENIED, ACCEPTED_UNUSED } from "../../infra/configuration/accepted-permissions.ts";
import { createApp } from "../../infra/app.ts";
import { readOptions } from "../../infra/command-line.ts";
import { Iam } from "../../local/iam/iam.ts";
import { readUses } from "../../local/iam/uses.ts";
import { Template } from "../../local/template/template.ts";
import { readStack } from "../../local/template/assembly.ts";
import { compare } from "./compare.ts";
import { USES_FOLDER } from "./uses-folder.ts";

/**
 * `npm run permissions`: grants of the functions that no test and no demo used, and permissions that they lacked, over
 * all runs since `npm ci`. Run it after `npm run test:all` and the demo. It fails for a missing permission and for a
 * useless exception; with `--strict`, before a release, also for an unused grant: whether a rare one is used depends on
 * the machine's speed.
 */
const values = readOptions(
  `npm run permissions [-- --strict]
  Prints grants that no test and no demo used, and permissions that were lacking; --strict fails for an unused grant.`,
  { strict: { type: "boolean", default: false } },
);
const app = () => createApp({ environment: "dev", bundling: false });
const template = new Template(await readStack(app));
const recorded = readUses(USES_FOLDER, new Iam(template).policies);
const { unused, denied, needless } = compare(template, recorded, {
  unused: ACCEPTED_UNUSED,
  denied: ACCEPTED_DENIED,
});

console.log(`${recorded.runs} recorded runs of the local cloud.`);
if (recorded.runs === 0)
  console.log("Run the end-to-end tests and the demo first: npm run test:all && npm run demo");
print("Granted, and used by no test or demo", unused);
print("Used, and denied", denied);
print("Accepted in infra/configuration/accepted-permissions.ts, and granted to nobody", needless);
const wrong = denied.length + needless.length + (values.strict ? unused.length : 0);
process.exitCode = recorded.runs > 0 && wrong === 0 ? 0 : 1;

function print(title: string, lines: string[]): void {
  console.log(`\n${title}: ${lines.length === 0 ? "none" : lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
}
