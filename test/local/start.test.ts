import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../infra/temporary-folder.ts";

/** Below the range of ephemeral ports (from 32768), so that no connection of another test uses it. */
const FIRST_PORT = 10_000 + (process.pid % 1000) * 20;
const SITE = `http://127.0.0.1:${FIRST_PORT}`;
const folder = temporaryFolder("start-");
const state = join(folder, "state");
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

type Started = { child: ChildProcess; said: Promise<string>; ended: Promise<unknown> };

/** Runs a command; `said` resolves with its output when it has started or ended. */
function run(command: string, ...options: string[]): Started {
  const child = spawn(command, options, { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  // "close" follows the last output; "exit" may precede it.
  const ended = once(child, "close");
  let output = "";
  const runs = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes("Ctrl-C")) resolve();
      });
  });
  return { child, said: Promise.race([runs, ended]).then(() => output), ended };
}

const start = (...options: string[]) =>
  run(process.execPath, "local/start.ts", "--port", String(FIRST_PORT), "--state", state, ...options);

/** All processes with the state folder among their arguments: the command and its database. */
const processes = () =>
  execFileSync("ps", ["-A", "-o", "args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(state) && !line.startsWith("ps "));

describe("npm start", { timeout: 180_000 }, () => {
  it("runs the site, survives a kill, reports that it is already running, and ends on Ctrl-C", async () => {
    const first = start();
    const firstSaid = await first.said;
    const firstStatus = (await fetch(SITE)).status;
    first.child.kill("SIGKILL");
    await first.ended;
    const second = start();
    await second.said;
    const third = start();
    const thirdSaid = await third.said;
    const secondStatus = (await fetch(SITE)).status;
    second.child.kill("SIGINT");

    expect(firstSaid).toContain(`${SITE}/live/admin`);
    expect([firstStatus, secondStatus]).toEqual([200, 200]);
    expect(thirdSaid).toContain("is already running");
    expect(third.child.exitCode).toBe(1);
    expect(await second.ended).toEqual([0, null]);
  });

  it("gives the state to one of two concurrent starts, without blocking requests", async () => {
    const both = [start(), start()];
    let isStarting = true;
    const statuses = new Set<number | string>();
    const asking = (async () => {
      while (isStarting) {
        const answer = fetch(SITE, { signal: AbortSignal.timeout(5000) });
        statuses.add(
          await answer.then(
            ({ status }) => status,
            (error: Error) => error.name,
          ),
        );
        await pause(20);
      }
    })();
    const said = await Promise.all(both.map((one) => one.said));
    isStarting = false;
    await asking;

    expect(
      said.filter((text) => text.includes("Another local cloud is starting with the state in")),
    ).toHaveLength(1);
    expect(said.filter((text) => text.includes("Ctrl-C"))).toHaveLength(1);
    expect(statuses).not.toContain("TimeoutError");
    for (const { child } of both) child.kill("SIGTERM");
    await Promise.all(both.map(({ ended }) => ended));
  });

  it("stops the cloud and its database when npm is stopped, and keeps the state", async () => {
    const npm = run("npm", "start", "--", "--port", String(FIRST_PORT), "--state", state);
    await npm.said;
    const before = processes();
    npm.child.kill("SIGTERM");

    await expect.poll(processes).toEqual([]);
    expect(before.some((line) => line.includes("dynoxide"))).toBe(true);
    expect(existsSync(join(state, "running"))).toBe(false);
    expect(existsSync(join(state, "cloud.sqlite-wal"))).toBe(false);
  });

  it("takes the next free ports, and moves an unreadable state aside", async () => {
    const taken = createServer().listen(FIRST_PORT, "127.0.0.1");
    await once(taken, "listening");
    truncateSync(join(state, "step-functions.sqlite"));

    const { child, said, ended } = start();
    const output = await said;
    const { status } = await fetch(`http://127.0.0.1:${FIRST_PORT + 10}/live`);
    child.kill("SIGINT");
    taken.close();
    await ended;

    expect(output).toContain(`using ${FIRST_PORT + 10} and up`);
    expect(output).toContain("step-functions.sqlite is empty. It was moved to");
    expect(status).toBe(200);
    expect(readdirSync(folder).some((name) => name.startsWith("state-unusable-"))).toBe(true);
  });

  it("leaves a folder with other content alone", async () => {
    const own = join(folder, "own");
    mkdirSync(own);
    writeFileSync(join(own, "notes.txt"), "mine");

    expect(await start("--state", own, "--reset").said).toContain("does not contain the state");
    expect(readdirSync(own)).toEqual(["notes.txt"]);
  });

  it("explains its options, and refuses an invalid port", async () => {
    const refused = start("--port", "abc");

    expect(await refused.said).toContain('--port needs a number from 1 up, not "abc"');
    expect(refused.child.exitCode).toBe(1);
    expect(await start("--help").said).toContain("--reset");
  });

  it("reports that it needs Java where there is no dynoxide", async () => {
    const { startDatabase, NoDatabase } = await import("../../local/dynamodb/database.ts");
    const path = process.env["PATH"];
    process.env["PATH"] = folder;
    const starting = startDatabase(undefined, "dynamodb-local");

    await expect(starting).rejects.toThrow(NoDatabase);
    await expect(starting).rejects.toThrow("needs Java 17 or newer");
    process.env["PATH"] = path;
  });
});
