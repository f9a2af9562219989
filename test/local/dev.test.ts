import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, globSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../infra/temporary-folder.ts";

const SOURCES = [
  "functions",
  "infra",
  "local",
  "statemachine",
  "cdk.json",
  "names.json",
  "organisation-kinds.json",
  "package.json",
  "preflight.js",
];
const PORT = 30_000 + (process.pid % 1000);
const TITLE = /<h1>([^<]+)<\/h1>/;

/** A copy of the project in a separate folder, whose source may be changed. */
function copyOfProject(): string {
  const folder = temporaryFolder("dev-");
  for (const name of SOURCES) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

const titleOfSite = async () => {
  const page = await fetch(`http://127.0.0.1:${PORT}/live`).then(
    (answer) => answer.text(),
    () => "",
  );
  return TITLE.exec(page)?.[1] ?? "";
};

it("npm run dev shows a changed text on the page while it runs", { timeout: 180_000 }, async () => {
  const folder = copyOfProject();
  const dev = spawn(process.execPath, ["local/start.ts", "--watch", "--port", String(PORT)], { cwd: folder });
  const ended = once(dev, "close");
  await expect.poll(titleOfSite, { timeout: 120_000 }).not.toBe("");
  const title = await titleOfSite();
  const texts = globSync(join(folder, "functions/**/*.nl.ts"));
  const file = texts.find((name) => readFileSync(name, "utf8").includes(`"${title}"`)) ?? "";
  const source = readFileSync(file, "utf8");

  const times: number[] = [];
  for (const change of ["Eerste titel", "Tweede titel", "Derde titel"]) {
    const start = performance.now();
    writeFileSync(file, source.replaceAll(title, change));
    await expect.poll(titleOfSite, { interval: 20 }).toBe(change);
    times.push(Math.round(performance.now() - start));
  }
  dev.kill("SIGTERM");
  await ended;

  // On an idle machine each is below two seconds.
  console.log(`A changed text was on the page after ${times.join(", ")} ms`);
});
