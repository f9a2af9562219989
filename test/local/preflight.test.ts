import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../infra/temporary-folder.ts";

const AN_OLDER_NODE = `data:text/javascript,Object.defineProperty(process, "versions", { value: { node: "20.1.0" } })`;

/** Runs the preflight in a project with these files, with an older Node. */
function preflight(...files: string[]) {
  const folder = temporaryFolder("preflight-");
  copyFileSync("preflight.js", join(folder, "preflight.js"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "");
  }
  const run = ["--import", AN_OLDER_NODE, "--import", "./preflight.js", "local/start.ts", "--reset"];
  return spawnSync(process.execPath, run, { cwd: folder, encoding: "utf8" });
}

describe("a command of the project", () => {
  it.each([
    ["without packages", [], "Run: npm ci"],
    ["whose packages have no Node", ["node_modules/zod/index.js"], "Run: npm rebuild node esbuild"],
    ["by another Node", ["node_modules/node/bin/node"], "run: npx node local/start.ts --reset"],
  ])("%s explains what to run", (_situation, files, advice) => {
    const { status, stderr } = preflight(...files);

    expect(stderr.trim()).toMatch(new RegExp(`${advice}$`));
    expect(status).toBe(1);
  });
});
