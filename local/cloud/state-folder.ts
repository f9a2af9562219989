import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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
