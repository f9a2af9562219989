import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { RUNNING } from "./state-files.ts";

const LOCK = "lock";
/** One of these is in every folder with the state of a local cloud. */
const MARKS = [LOCK, "cloud.sqlite", "step-functions.sqlite"];
const SQLITE_BUSY = 5;

/** Whether a folder holds the state of a local cloud, or nothing yet. Any other is somebody's: not to move or delete. */
export function isStateFolder(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return names.length === 0 || MARKS.some((mark) => names.includes(mark));
}

/** Holds a state folder for one process. */
export type FolderLock = { release(): void };

/**
 * Locks a state folder, or returns undefined where another process holds it. SQLite's lock belongs to the process: the
 * operating system releases it when the process ends, however that happens, so that no lock is ever stale.
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

/** Console of the local cloud that runs with this state; undefined while it starts. */
export async function consoleOf(folder: string): Promise<string | undefined> {
  const note = join(folder, RUNNING);
  if (!existsSync(note)) return undefined;
  const address = readFileSync(note, "utf8");
  const answer = await fetch(`${address}/health`).catch(() => undefined);
  return answer?.ok ? address : undefined;
}

/** Deletes all that a folder holds but its lock. */
export function empty(folder: string): void {
  for (const name of contentOf(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Moves all that a folder holds but its lock to a new folder beside it, and returns the name of that. */
export function moveAside(folder: string): string {
  const aside = `${folder.replace(/\/+$/, "")}-unusable-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  mkdirSync(aside);
  for (const name of contentOf(folder)) renameSync(join(folder, name), join(aside, name));
  return aside;
}

const contentOf = (folder: string) => readdirSync(folder).filter((name) => name !== LOCK);
