import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

/** The script of the pages as a module of the functions, which serve it. */
export function renderScript(): string {
  const source = readFileSync(join(import.meta.dirname, "script.ts"), "utf8");
  const { code } = transformSync(source, { loader: "ts", minify: true, target: "es2022", format: "iife" });
  return [
    "/** The script of the pages, made from look/script.ts by `npm run generate`. */",
    `export const SCRIPT =\n  ${JSON.stringify(code.trim())};`,
    "",
  ].join("\n");
}
