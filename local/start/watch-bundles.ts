import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { context } from "esbuild";
import { BUILD, copyFonts, entryFiles, outputsWithFonts, workersOf } from "../../infra/constructs/bundles.ts";

/** Source folders of the functions. */
const SOURCES = ["functions", "statemachine"];
/** An editor writes a file in several steps. */
const QUIET_MS = 30;

/**
 * Builds each function into a folder, again after each change of the source, until the process ends. Shared code is
 * built once, in chunks named by their content: that takes a fifth of the time of separate bundles.
 * esbuild's own watch mode polls every two seconds; the file system reports a change at once.
 */
export async function watchBundles(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const builder = await context({
    ...BUILD,
    entryPoints: entryFiles().flatMap(entryPointsOf),
    outdir: folder,
    chunkNames: "chunks/[hash]",
    outExtension: { ".js": ".mjs" },
    splitting: true,
  });
  const build = async () => {
    const { outputFiles, metafile } = await builder.rebuild();
    const folders = new Set(outputsWithFonts(metafile).map((output) => dirname(output)));
    for (const each of folders) {
      mkdirSync(each, { recursive: true });
      copyFonts(each);
    }
    writeAll(outputFiles);
  };
  await build();
  let building = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const rebuild = () => {
    // esbuild reports errors in the source itself; the functions keep their code.
    building = building.then(build).catch(() => undefined);
  };
  for (const name of SOURCES)
    watch(join(BUILD.absWorkingDir, name), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, QUIET_MS);
    });
}

/** A worker is named by a path from the code that starts it: the entry's bundle or a chunk. */
function entryPointsOf(entry: string) {
  const name = basename(entry, ".ts");
  const workers = workersOf(entry).flatMap((worker) =>
    [name, "chunks"].map((place) => ({ in: worker, out: `${place}/${basename(worker, ".ts")}` })),
  );
  return [{ in: entry, out: `${name}/index` }, ...workers];
}

/**
 * Chunks are written before the entries that name them, and files are replaced atomically: a function may start at any
 * time.
 */
function writeAll(files: { path: string; contents: Uint8Array }[]): void {
  const isEntry = ({ path }: { path: string }) => path.endsWith("index.mjs");
  for (const { path, contents } of [...files.filter((file) => !isEntry(file)), ...files.filter(isEntry)]) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, contents);
    renameSync(`${path}.new`, path);
  }
}
