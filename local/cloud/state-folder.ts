import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { RUNNING } from "./state-files.ts";

const LOCK = "lock";
/** Every state folder contains one of these. */
const MARKS = [LOCK, "cloud.sqlite", "step-functions.sqlite"];
const SQLITE_BUSY = 5;

/** Whether a folder contains the state of a local cloud, or is empty. Any other folder must not be moved or deleted. */
export function isStateFolder(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return names.length === 0 || MARKS.some((mark) => names.includes(mark));
}

/** Holds a state folder for one process. */
export type FolderLock = { release(): void };

/**
 * Locks a state folder; undefined where another process has it. SQLite's lock belongs to the process: the operating
 * system releases it at the end of the process in all cases, so that no lock is ever stale.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, LOCK));
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

/** Console of the local cloud that uses this state; undefined during its start. */
export async function consoleOf(folder: string): Promise<string | undefined> {
  const note = join(folder, RUNNING);
  if (!existsSync(note)) return undefined;
  const address = readFileSync(note, "utf8");
  const answer = await fetch(`${address}/health`).catch(() => undefined);
  return answer?.ok ? address : undefined;
}

/** Deletes the content of a folder, except its lock. */
export function empty(folder: string): void {
  for (const name of contentOf(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Moves the content of a folder, except its lock, to a new folder beside it, and returns its name. */
export function moveAside(folder: string): string {
  const aside = `${folder.replace(/\/+$/, "")}-unusable-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  mkdirSync(aside);
  for (const name of contentOf(folder)) renameSync(join(folder, name), join(aside, name));
  return aside;
}

const contentOf = (folder: string) => readdirSync(folder).filter((name) => name !== LOCK);
