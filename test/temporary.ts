import { tmpdir } from "node:os";
import { basename } from "node:path";
import { temporaryFolder } from "../infra/temporary-folder.ts";

const PREFIX = "led-tests-";

/** All temporary files of the tests are deleted when they end, including those of killed processes. */
export function ownTemporaryFolder(): void {
  // Vitest reads its configuration once for each project.
  if (basename(tmpdir()).startsWith(PREFIX)) return;
  const folder = temporaryFolder(PREFIX);
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder;
}
