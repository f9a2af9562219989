import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createApp } from "../../infra/app.ts";
import { WORKFLOW_VERSION, WORKFLOWS } from "../../statemachine/contract.ts";
import { NAMES_FILE, namesIn, RELEASED, releasedNames, releaseFile, releaseOf } from "./released.ts";

/**
 * `npm run release-workflow`: stores what the current versions of the workflows send to their functions, and the names
 * that they call. Stored releases never change: a changed definition needs the next version first.
 */
const template: unknown = createApp({ bundling: false }).synth().stacks[0]?.template;
const keep = (file: string, value: unknown) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

mkdirSync(RELEASED, { recursive: true });
for (const workflow of WORKFLOWS) {
  const file = releaseFile(workflow, WORKFLOW_VERSION[workflow]);
  if (existsSync(file)) console.log(`${file} is there already`);
  else keep(file, releaseOf(template, workflow, WORKFLOW_VERSION[workflow]));
}
keep(NAMES_FILE, { ...namesIn(template), ...(existsSync(NAMES_FILE) ? releasedNames() : {}) });
