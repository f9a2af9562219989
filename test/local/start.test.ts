import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";

/** Below what systems hand out by themselves (from 32768), so that no connection of another test sits on it. */
const FIRST_PORT = 10_000 + (process.pid % 1000) * 20;
const folder = mkdtempSync(join(tmpdir(), "start-"));
let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm start` until it says where it is, or ends. */
async function start(...options: string[]): Promise<{ output: string; ended: Promise<unknown> }> {
  child = spawn(process.execPath, ["local/start.ts", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  // "close" comes after the last of its output, "exit" perhaps before.
  const ended = once(child, "close");
  let output = "";
  const said = new Promise<void>((resolve) => {
    for (const stream of [child?.stdout, child?.stderr])
      stream?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes("Ctrl-C")) resolve();
      });
  });
  await Promise.race([said, ended]);
  return { output, ended };
}

const state = join(folder, "state");
const statusOf = async (address: string) => (await fetch(address)).status;

describe("npm start", () => {
  it(
    "runs the site, survives a kill, says when it runs already, and ends on Ctrl-C",
    { timeout: 180_000 },
    async () => {
      const first = await start("--port", String(FIRST_PORT), "--state", state);
      const firstStatus = await statusOf(`http://127.0.0.1:${FIRST_PORT}/live`);
      child?.kill("SIGKILL");
      await first.ended;
      const second = await start("--port", String(FIRST_PORT), "--state", state);
      const running = child;
      const third = await start("--port", String(FIRST_PORT), "--state", state);
      child = running;
      const secondStatus = await statusOf(`http://127.0.0.1:${FIRST_PORT}/live`);
      child?.kill("SIGINT");

      expect(first.output).toContain(`http://127.0.0.1:${FIRST_PORT}/live/admin`);
      expect([firstStatus, secondStatus]).toEqual([200, 200]);
      expect(third.output).toContain("It runs already");
      expect(await second.ended).toEqual([0, null]);
    },
  );

  it(
    "takes the next free ports, and moves a state aside that it cannot read",
    { timeout: 180_000 },
    async () => {
      const taken = createServer().listen(FIRST_PORT, "127.0.0.1");
      await once(taken, "listening");
      writeFileSync(join(state, "cloud.sqlite"), "half".repeat(2000));
      writeFileSync(join(state, "cloud.sqlite-wal"), "");

      const { output, ended } = await start("--port", String(FIRST_PORT), "--state", state);
      const status = await statusOf(`http://127.0.0.1:${FIRST_PORT + 10}/live`);
      child?.kill("SIGINT");
      taken.close();
      await ended;

      expect(output).toContain(`using ${FIRST_PORT + 10} and up`);
      expect(output).toContain("It is moved to");
      expect(status).toBe(200);
    },
  );

  it("leaves alone a folder that holds something else", async () => {
    const own = join(folder, "own");
    mkdirSync(own);
    writeFileSync(join(own, "notes.txt"), "mine");

    const { output } = await start("--state", own, "--reset");

    expect(output).toContain("holds something else");
    expect(readdirSync(own)).toEqual(["notes.txt"]);
  });

  it("explains its options", async () => {
    expect((await start("--help")).output).toContain("--reset");
    expect((await start("--port", "many")).output).toContain("many is not a port");
    expect(child?.exitCode).toBe(1);
  });
});
