import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Either of these stands in every folder with the state of a local cloud. */
const MARKS = ["cloud.sqlite", "console-url"];

/** Whether a folder holds the state of a local cloud, or nothing yet. Any other is somebody's: not to move or delete. */
export function isStateFolder(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return names.length === 0 || MARKS.some((mark) => names.includes(mark));
}

/** Notes where a local cloud with this state can be reached. */
export function remember(folder: string, consoleUrl: string): void {
  writeFileSync(join(folder, "console-url"), consoleUrl);
}

/** The console of a local cloud that already runs with this state: two may not share it. */
export async function runningAt(folder: string): Promise<string | undefined> {
  const note = join(folder, "console-url");
  if (!existsSync(note)) return undefined;
  const address = readFileSync(note, "utf8");
  const answer = await fetch(`${address}/health`).catch(() => undefined);
  return answer?.ok ? address : undefined;
}

/** Renames a folder and returns its new name. */
export function moveAside(folder: string): string {
  const aside = `${folder.replace(/\/+$/, "")}-unusable-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  renameSync(folder, aside);
  return aside;
}
