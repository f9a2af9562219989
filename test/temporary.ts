import { temporaryFolder } from "../infra/temporary-folder.ts";

/** All that the tests put in the temporary folder goes when they end, also what a killed process left there. */
export function ownTemporaryFolder(): void {
  const folder = temporaryFolder("led-tests-");
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder;
}
