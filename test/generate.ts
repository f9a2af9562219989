import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createApp } from "../infra/app.ts";
import { WORKFLOW_VERSION, WORKFLOWS } from "../statemachine/contract.ts";
import { keepSchemas } from "./domain/stored-schemas.ts";
import { HOLIDAYS_FILE, renderHolidays } from "./domain/holidays.ts";
import { optionsOf } from "./infra/prod.ts";
import { nextRelease, pinnedIn, type Release } from "./infra/released.ts";
import { REPLACED } from "./infra/replaced.ts";
import { synthesized } from "./infra/synthesized.ts";
import { releaseFile, releaseOf } from "./statemachine/released.ts";

/**
 * The part of `npm run generate` beside the pages: the table of holidays, the schemas of what is stored, and what the
 * current versions of the workflows send and call, and which resources are released. What was kept of a version never changes: a change that breaks it
 * needs the next version first, and a test says so.
 */
writeFileSync(HOLIDAYS_FILE, renderHolidays());
keepSchemas();

const RELEASED = new URL("fixtures/released.json", import.meta.url);
const before = existsSync(RELEASED) ? (JSON.parse(readFileSync(RELEASED, "utf8")) as Release) : {};
const pinned = nextRelease(before, pinnedIn(synthesized(optionsOf("prod")).template), Object.keys(REPLACED));
writeFileSync(RELEASED, `${JSON.stringify(pinned, null, 2)}\n`);

const template: unknown = createApp({ bundling: false }).synth().stacks[0]?.template;
for (const workflow of WORKFLOWS) {
  const file = releaseFile(workflow, WORKFLOW_VERSION[workflow]);
  const release = releaseOf(template, workflow, WORKFLOW_VERSION[workflow]);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(release, null, 2)}\n`);
}
