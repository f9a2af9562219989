import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { App, Stack } from "aws-cdk-lib";
import { Architecture, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Bundles } from "../../infra/constructs/bundles.ts";
import { temporaryFolder } from "../../infra/temporary-folder.ts";

const Handlers = z.object({
  openDossier: z.custom<(event: unknown) => Promise<unknown>>(),
  failing: z.custom<() => Promise<unknown>>(),
});

/** Synthesizes two functions of each entry file; returns the folders of their bundles. */
function bundlesOf(...entries: string[]): string[] {
  const app = new App({ outdir: temporaryFolder("led-bundles-"), analyticsReporting: false });
  const stack = new Stack(app, "Stack");
  const bundles = new Bundles("test/infra/bundled/*.ts");
  for (const entry of entries)
    for (const handler of ["openDossier", "failing"])
      new LambdaFunction(stack, `${entry} ${handler}`, {
        code: bundles.of(entry),
        handler: `index.${handler}`,
        runtime: Runtime.NODEJS_24_X,
        architecture: Architecture.ARM_64,
      });
  const assembly = app.synth();
  const manifest = readFileSync(join(assembly.directory, "Stack.assets.json"), "utf8");
  const { files } = z
    .object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })) })
    .parse(JSON.parse(manifest));
  return Object.values(files)
    .map(({ source }) => join(assembly.directory, source.path))
    .filter((path) => !path.endsWith(".json"));
}

describe("the bundle of an entry file", () => {
  it("is shared by all functions of that file", () => {
    expect(bundlesOf("test/infra/bundled/handler.ts")).toHaveLength(1);
  });

  it("differs for another file of the same folder", () => {
    const folders = bundlesOf("test/infra/bundled/handler.ts", "test/infra/bundled/other-handler.ts");

    expect(folders.map((folder) => readFileSync(join(folder, "index.mjs"), "utf8"))).toEqual([
      expect.stringContaining("openDossier"),
      expect.stringContaining("closeDossier"),
    ]);
  });

  it("has the same name and bytes every time", () => {
    const [first = ""] = bundlesOf("test/infra/bundled/handler.ts");
    const [second = ""] = bundlesOf("test/infra/bundled/handler.ts");

    expect(first.split("/").at(-1)).toBe(second.split("/").at(-1));
    expect(readFileSync(join(first, "index.mjs"))).toEqual(readFileSync(join(second, "index.mjs")));
  });

  it("runs, and keeps the names of errors, which the workflow's retries depend on", async () => {
    const [folder = ""] = bundlesOf("test/infra/bundled/handler.ts");
    const handlers = Handlers.parse(await import(pathToFileURL(join(folder, "index.mjs")).href));

    expect(await handlers.openDossier({ dossierId: "01J" })).toEqual({ opened: "01J" });
    await expect(handlers.failing()).rejects.toMatchObject({ name: "RetryLater" });
  });

  it("has the fonts beside it where it writes a PDF, and only there", async () => {
    const [plain = ""] = bundlesOf("test/infra/bundled/handler.ts");
    const [withFonts = ""] = bundlesOf("test/infra/bundled/pdf-handler.ts");
    const { openDossier } = Handlers.parse(await import(pathToFileURL(join(withFonts, "index.mjs")).href));

    expect(await openDossier({})).toEqual({ start: "%PDF-" });
    expect(readdirSync(plain)).toEqual(["index.mjs"]);
    expect(readdirSync(withFonts)).toContain("Arimo_400Regular.ttf");
  });

  it("is reported by name when the file does not exist", () => {
    expect(() => bundlesOf("test/infra/bundled/absent.ts")).toThrow(
      "test/infra/bundled/absent.ts does not exist",
    );
  });
});
