import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createApp } from "../../infra/app.ts";
import { quietly } from "../../local/template/quietly.ts";

declare module "vitest" {
  interface ProvidedContext {
    assembly: string;
  }
}

/** Synthesizes the stack once for all tests that run it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const outdir = mkdtempSync(join(tmpdir(), "led-assembly-"));
  (await quietly(() => createApp({ environment: "dev", outdir }))).synth();
  project.provide("assembly", outdir);
  return () => rmSync(outdir, { recursive: true, force: true });
}
