import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { WORKFLOWS } from "../../statemachine/contract.ts";
import { diagramFile, diagramOf } from "../../infra/diagram.ts";
import { template } from "./workflow.ts";

it.each(WORKFLOWS)("docs/%s.md is the current workflow: `npm run diagram` redraws it", (workflow) => {
  expect(readFileSync(diagramFile(workflow), "utf8")).toBe(diagramOf(template, workflow));
});
