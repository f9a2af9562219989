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
    const named = Object.entries(handlers).map(([name, one]) => ["handlers." + name, one.length]);
    exported[bundle] = Object.fromEntries([...(handler ? [["handler", handler.length]] : []), ...named]);
  }
  console.log(JSON.stringify(exported));
`;

/** Loads the bundles in a Node of their own, as Lambda does; gives the handlers of each, with their parameters. */
function load(bundles: string[]): Record<string, Record<string, number>> {
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", LOADER, ...bundles], {
    env: { ...environment, AWS_REGION: "eu-west-1" },
    encoding: "utf8",
  });
  return z.record(z.string(), z.record(z.string(), z.number())).parse(JSON.parse(output));
}

describe("every function, bundled as it is deployed", () => {
  const bundles = [...new Set(functions.map(([, made]) => bundleOf(made)))];

  const exported = load(bundles);

  it("loads with its environment, and exports its handler", () => {
    const missing = functions.filter(([, made]) => {
      const handler = String(made.Properties.Handler).replace("index.", "");
      return exported[bundleOf(made)]?.[handler] === undefined;
    });
    expect(missing.map(([, made]) => made.Properties.FunctionName)).toEqual([]);
  });

  it("takes no callback, which Node 24 of Lambda refuses: an event and a context at most", () => {
    const parameters = Object.values(exported).flatMap((handlers) => Object.values(handlers));

    expect(parameters.length).toBeGreaterThan(30);
    expect(Math.max(...parameters)).toBeLessThanOrEqual(2);
  });

  it("shares its bundle with the others of its step", () => {
    const folders = new Set(Object.values(STATES).map(({ folder }) => folder));

    expect(bundles).toHaveLength(folders.size + 7);
  });
});
