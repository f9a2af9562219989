import { existsSync, writeFileSync } from "node:fs";
import { createApp } from "../infra/app.ts";
import { WORKFLOW_VERSION, WORKFLOWS } from "../statemachine/contract.ts";
import { HOLIDAYS_FILE, renderHolidays } from "./domain/holidays.ts";
import { releaseFile, releaseOf } from "./statemachine/released.ts";

/**
 * The part of `npm run generate` beside the pages: the table of holidays, and what the current versions of the workflows
 * send and call. A version that was kept is never changed: a changed definition needs the next version first.
 */
writeFileSync(HOLIDAYS_FILE, renderHolidays());

const template: unknown = createApp({ bundling: false }).synth().stacks[0]?.template;
for (const workflow of WORKFLOWS) {
  const file = releaseFile(workflow, WORKFLOW_VERSION[workflow]);
  const release = releaseOf(template, workflow, WORKFLOW_VERSION[workflow]);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(release, null, 2)}\n`);
}
