import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DIAGRAM_FILE, diagramOf } from "../../statemachine/diagram.ts";
import { template } from "./workflow.ts";

it("docs/onboarding.md is the workflow of today: `npm run diagram` redraws it", () => {
  expect(readFileSync(DIAGRAM_FILE, "utf8")).toBe(diagramOf(template));
});
