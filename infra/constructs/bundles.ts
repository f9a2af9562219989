import { copyFileSync, globSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type BuildOptions, buildSync, type Metafile } from "esbuild";
import { FONT_FILES } from "../../functions/templates/fonts.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** Pattern of the files that export the handlers. */
const ENTRIES = "functions/handlers/*.ts";
/** Files that run in their own thread. Each belongs to the bundle of the handler named after its folder. */
const WORKERS = "functions/*/*-worker.ts";

/** Some packages are CommonJS and call `require`, which an ES module lacks. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

const NODE_HTTP = join(import.meta.dirname, "node-http.cts");

/** Code of the functions, by the path of the file that exports their handlers: `functions/handlers/intake.ts`. */
export interface CodeOfFunctions {
  of(entry: string): Code;
}

/**
 * Bundles that another process keeps up to date, one folder per entry file. The functions run directly from them, so a
 * change is visible at once.
 */
export class WatchedBundles implements CodeOfFunctions {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  of(entry: string): Code {
    return Code.fromAsset(join(this.#folder, basename(entry, ".ts")));
  }
}

/** One bundle per entry file; all functions with a handler in that file share it. */
export class Bundles implements CodeOfFunctions {
  readonly #entries: string;
  readonly #codes = new Map<string, Code>();
  #built: Map<string, Bundle> | undefined;

  /** `entries` is a glob from the project root. */
  constructor(entries = ENTRIES) {
    this.#entries = entries;
  }

  of(entry: string): Code {
    const known = this.#codes.get(entry);
    if (known) return known;
    const code = this.#bundled(entry);
    this.#codes.set(entry, code);
    return code;
  }

  #bundled(entry: string): Code {
    return Code.fromAsset(join(ROOT, entry, ".."), {
      assetHashType: AssetHashType.OUTPUT,
      bundling: {
        // The type requires an image; the local bundling below always succeeds or throws.
        image: DockerImage.fromRegistry("unused"),
        // The command never runs. It distinguishes the assets: CDK treats two assets of one folder with equal options
        // as one.
        command: [entry],
        local: {
          tryBundle: (outdir: string) => {
            this.#built ??= bundleAll([this.#entries, WORKERS]);
            for (const path of [entry, ...workersOf(entry)]) {
              const bundle = this.#built.get(path);
              if (!bundle)
                throw new Error(`No handler to bundle: ${path} does not exist among ${this.#entries}`);
              const name = path === entry ? "index" : basename(path, ".ts");
              writeFileSync(join(outdir, `${name}.mjs`), bundle.contents);
              if (bundle.writesPdfs) copyFonts(outdir);
            }
            return true;
          },
        },
      },
    });
  }
}

/**
 * Build options of the functions. The bundle includes the SDK: it loads faster than the runtime's SDK, and its version
 * is pinned.
 */
export const BUILD = {
  outdir: ROOT,
  absWorkingDir: ROOT,
  write: false,
  metafile: true,
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  mainFields: ["module", "main"],
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  legalComments: "none",
  alias: { "node:http": NODE_HTTP, http: NODE_HTTP },
  banner: { js: REQUIRE },
  logLevel: "error",
} as const satisfies BuildOptions;

/** Entry files, as paths from the project root. */
export const entryFiles = (...patterns: string[]): string[] =>
  globSync(patterns.length > 0 ? patterns : ENTRIES, { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

/** Worker files beside an entry's bundle, which it runs in threads. */
export const workersOf = (entry: string): string[] =>
  entryFiles(`functions/${basename(entry, ".ts")}/*-worker.ts`);

type Bundle = { contents: Uint8Array; writesPdfs: boolean };

/** Builds all entries together, which reads each module once. */
function bundleAll(patterns: string[]): Map<string, Bundle> {
  const entries = entryFiles(...patterns);
  const { outputFiles, metafile } = buildSync({
    ...BUILD,
    entryPoints: entries.map((entry) => ({ in: join(ROOT, entry), out: entry })),
    minify: true,
    keepNames: false,
  });
  const contentOf = (entry: string) =>
    outputFiles.find(({ path }) => path === join(ROOT, `${entry}.js`))?.contents ?? new Uint8Array();
  const withFonts = outputsWithFonts(metafile);
  return new Map(
    entries.map((entry) => [
      entry,
      { contents: contentOf(entry), writesPdfs: withFonts.includes(join(ROOT, entry)) },
    ]),
  );
}

/** The code that reads the fonts expects them beside itself. */
const READS_FONTS = "functions/templates/fonts.ts";

/** Outputs that read fonts, as full paths without their extension. */
export const outputsWithFonts = ({ outputs }: Metafile): string[] =>
  Object.entries(outputs)
    .filter(([, { inputs }]) => READS_FONTS in inputs)
    .map(([path]) => join(ROOT, path.replace(/\.m?js$/, "")));

export function copyFonts(folder: string): void {
  const { resolve } = createRequire(import.meta.url);
  for (const file of FONT_FILES) copyFileSync(resolve(file), join(folder, basename(file)));
}
