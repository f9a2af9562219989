/**
 * Explains what to run when the packages, or their Node, are missing. Plain JavaScript for any Node: an older one only
 * reports "unknown file extension" for the first TypeScript file.
 */
import { existsSync } from "node:fs";

const NEEDED = 24;
const here = (path) => new URL(path, import.meta.url);
const bundledNode = `node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`;

function advice() {
  if (!existsSync(here("node_modules"))) return "The packages are not installed. Run: npm ci";
  if (Number.parseInt(process.versions.node) >= NEEDED) return undefined;
  if (!existsSync(here(bundledNode)))
    return `Node ${NEEDED} is missing from the packages: their install scripts did not run. Run: npm rebuild node esbuild`;
  const command = process.argv.slice(1).map((argument) => argument.replace(`${process.cwd()}/`, ""));
  return `This is Node ${process.versions.node}; the project runs on the Node ${NEEDED} among its packages. Use the npm command, or run: npx node ${command.join(" ")}`;
}

const missing = advice();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
