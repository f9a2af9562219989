import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { databaseFile } from "../dynamodb/database.ts";
import { UnusableState } from "../foundation/state.ts";

/** Exists during a first start. Nobody has used a folder that contains it. */
const FIRST_START = "first-start";
/** Exists from the end of a start until a clean stop; contains the address of the console. */
export const RUNNING = "running";

/** The state files, each an SQLite database. A start uses all of them, or none. */
const databases = () => ["cloud.sqlite", "step-functions.sqlite", join("dynamodb", databaseFile())];

/**
 * Checks all state files before any is used. Throws UnusableState where one is missing, empty or damaged, because the
 * others are useless without it. Files of an unfinished first start are deleted.
 */
export function prepareStateFiles(folder: string): void {
  const files = databases();
  const path = (name: string) => join(folder, name);
  if (existsSync(path(FIRST_START)))
    for (const name of ["cloud.sqlite", "step-functions.sqlite", "dynamodb", "objects"])
      for (const suffix of ["", "-wal", "-shm"])
        rmSync(path(name + suffix), { recursive: true, force: true });
  if (!files.some((file) => existsSync(path(file)))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path(FIRST_START), "");
    return;
  }
  const problems = lostFiles(folder, files);
  // The files are opened now, which applies the logs beside them.
  isStopping(folder);
  if (problems.length === 0) problems.push(...files.flatMap((file) => damageOf(folder, file)));
  if (problems.length === 0) problems.push(...lostObjects(folder));
  if (problems.length > 0)
    throw new UnusableState(`The state in ${folder} cannot be used: ${problems.join("; ")}.`);
}

/** Called after all state files were made and before anybody can use them. */
export function firstStartHasEnded(folder: string): void {
  rmSync(join(folder, FIRST_START), { force: true });
}

/** Records the address of the local cloud with this state. */
export function hasStarted(folder: string, consoleUrl: string): void {
  writeFileSync(join(folder, RUNNING), consoleUrl);
}

/** Called before the state files are closed. */
export function isStopping(folder: string): void {
  rmSync(join(folder, RUNNING), { force: true });
}

/** After a kill, the latest writes are only in the log beside a file. */
function lostFiles(folder: string, files: string[]): string[] {
  const needed = existsSync(join(folder, RUNNING)) ? files.flatMap((file) => [file, `${file}-wal`]) : files;
  return needed.filter((file) => !existsSync(join(folder, file))).map((file) => `${file} is missing`);
}

function damageOf(folder: string, file: string): string[] {
  try {
    const verdict = query(join(folder, file), "PRAGMA quick_check(1)")[0]?.["quick_check"];
    if (verdict !== "ok") return [`${file} is damaged (${String(verdict)})`];
    const tables = query(join(folder, file), "SELECT name FROM sqlite_master");
    return tables.length > 0 ? [] : [`${file} is empty`];
  } catch (error) {
    return [`${file} cannot be read (${error instanceof Error ? error.message : String(error)})`];
  }
}

/** The bytes of each S3 object are in a separate file. */
function lostObjects(folder: string): string[] {
  const rows = query(join(folder, "cloud.sqlite"), "SELECT file, size FROM object WHERE file IS NOT NULL");
  return rows.flatMap(({ file, size }) => {
    const name = join("objects", String(file));
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (!found) return [`${name} is missing`];
    return found.size === size ? [] : [`${name} has ${found.size} bytes, not ${String(size)}`];
  });
}

function query(path: string, sql: string) {
  const database = new DatabaseSync(path);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}
