import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const functions = join(root, "functions");

/** The rows of the table below "Layers" in docs/design.md, each with its folders. */
function layersOfThePage(): string[][] {
  const [, text = ""] = readFileSync(join(root, "docs/design.md"), "utf8").split("\n## Layers\n");
  const rows = (text.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  const folders = rows.map((row) => [...(row.split("|")[2] ?? "").matchAll(/`([a-z-]+)`/g)]);
  return folders.map((row) => row.map(([, name = ""]) => name)).filter((row) => row.length > 0);
}

type Import = { file: string; from: string; to: string; isType: boolean };

/** Every import from one folder of functions/ to another. */
function importsBetweenFolders(): Import[] {
  const files = globSync("**/*.{ts,tsx}", { cwd: functions });
  return files.flatMap((name) => {
    const file = name.replaceAll("\\", "/");
    const code = readFileSync(join(functions, file), "utf8");
    const imports = code.matchAll(/^(?:import|export)( type)?[^;]*?from "(\.[^"]+)"|import\("(\.[^"]+)"\)/gm);
    return [...imports].flatMap(([, type, path, lazy]) => {
      const target = posix.join(posix.normalize(dirname(file)), path ?? lazy ?? "");
      const [from = "", to = ""] = [file, target].map((one) => one.split("/")[0]);
      return target.startsWith("..") || from === to ? [] : [{ file, from, to, isType: type !== undefined }];
    });
  });
}

describe("the layers of docs/design.md", () => {
  const layers = layersOfThePage();
  const layerOf = (folder: string) => layers.findIndex((row) => row.includes(folder));

  it("name every folder of functions/ once", () => {
    const folders = globSync("*/", { cwd: functions }).map((name) => name.replace(/[\\/]$/, ""));

    expect(layers.flat().sort()).toEqual(folders.sort());
  });

  it("hold: a folder imports from the rows above its own, and types also from its own row", () => {
    const imports = importsBetweenFolders();
    const wrong = imports.filter(
      ({ from, to, isType }) => layerOf(to) > layerOf(from) || (layerOf(to) === layerOf(from) && !isType),
    );

    expect(imports.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });
});
