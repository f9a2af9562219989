/** Writes the template of prod beside that of dev, with fictional values for what only operators know: for cfn-lint. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { optionsOf } from "./prod.ts";
import { synthesized } from "./synthesized.ts";

const folder = join(import.meta.dirname, "../../cdk.out");
mkdirSync(folder, { recursive: true });
const { stack } = synthesized(optionsOf("prod"));
writeFileSync(join(folder, "prod.template.json"), JSON.stringify(stack.template));
