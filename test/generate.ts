import { existsSync, writeFileSync } from "node:fs";
import { createApp } from "../infra/app.ts";
import { WORKFLOW_VERSION, WORKFLOWS } from "../statemachine/contract.ts";
import { keepSchemas } from "./domain/stored-schemas.ts";
import { HOLIDAYS_FILE, renderHolidays } from "./domain/holidays.ts";
import { releaseFile, releaseOf } from "./statemachine/released.ts";

/**
 * The part of `npm run generate` beside the pages: the table of holidays, the schemas of what is stored, and what the
 * current versions of the workflows send and call. What was kept of a version never changes: a change that breaks it
 * needs the next version first, and a test says so.
 */
writeFileSync(HOLIDAYS_FILE, renderHolidays());
keepSchemas();

const template: unknown = createApp({ bundling: false }).synth().stacks[0]?.template;
for (const workflow of WORKFLOWS) {
  const file = releaseFile(workflow, WORKFLOW_VERSION[workflow]);
  const release = releaseOf(template, workflow, WORKFLOW_VERSION[workflow]);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(release, null, 2)}\n`);
}
