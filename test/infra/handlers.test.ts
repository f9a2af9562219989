import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { temporaryFolder } from "../../infra/temporary-folder.ts";
import { STATES } from "../../statemachine/contract.ts";
import { madeUpEnvironment } from "./made-up-environment.ts";
import { ofType, synthesized, type Resource } from "./synthesized.ts";

const outdir = temporaryFolder("led-handlers-");
const { template, stack } = synthesized({ outdir, bundling: true });
const functions = ofType(template, "AWS::Lambda::Function");

const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});
const { files } = Assets.parse(JSON.parse(readFileSync(join(outdir, `${stack.id}.assets.json`), "utf8")));

/** The bundle of a deployed function. */
function bundleOf({ Properties }: Resource): string {
  const { S3Key } = z.object({ S3Key: z.string() }).parse(Properties.Code);
  const { source } = files[S3Key.replace(/\.zip$/, "")] ?? {};
  return pathToFileURL(join(outdir, source?.path ?? "", "index.mjs")).href;
}

const environment = madeUpEnvironment(functions.map(([, made]) => made));

const LOADER = `
  const exported = {};
  for (const bundle of process.argv.slice(1)) {
    const { handler, handlers = {} } = await import(bundle);
    exported[bundle] = [...(handler ? ["handler"] : []), ...Object.keys(handlers).map((name) => "handlers." + name)];
  }
  console.log(JSON.stringify(exported));
`;

/** Loads the bundles in a Node of their own, as Lambda does; gives the handlers that each exports. */
function load(bundles: string[]): Record<string, string[]> {
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", LOADER, ...bundles], {
    env: { ...environment, AWS_REGION: "eu-west-1" },
    encoding: "utf8",
  });
  return z.record(z.string(), z.array(z.string())).parse(JSON.parse(output));
}

describe("every function, bundled as it is deployed", () => {
  const bundles = [...new Set(functions.map(([, made]) => bundleOf(made)))];

  it("loads with its environment, and exports its handler", () => {
    const exported = load(bundles);

    const missing = functions.filter(([, made]) => {
      const handler = String(made.Properties.Handler).replace("index.", "");
      return !exported[bundleOf(made)]?.includes(handler);
    });
    expect(missing.map(([, made]) => made.Properties.FunctionName)).toEqual([]);
  });

  it("shares its bundle with the others of its step", () => {
    const folders = new Set(Object.values(STATES).map(({ folder }) => folder));

    expect(bundles).toHaveLength(folders.size + 6);
  });
});
