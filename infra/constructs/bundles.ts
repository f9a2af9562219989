import { globSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type BuildOptions, buildSync } from "esbuild";

const ROOT = join(import.meta.dirname, "..", "..");
/** Where the handlers of the functions stand. */
const ENTRIES = "functions/handlers/*.ts";
/** What runs in a thread of its own goes with the handler that is named as its folder. */
const WORKERS = "functions/*/*-worker.ts";

/** Some packages are still CommonJS and call `require`, which an ES module does not have. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** The functions' code, by the file that exports their handlers, from the root: `functions/handlers/intake.ts`. */
export interface CodeOfFunctions {
  of(entry: string): Code;
}

/** Code that somebody else keeps current, in a folder per entry file. It is used where it is: a change shows at once. */
export class WatchedBundles implements CodeOfFunctions {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  of(entry: string): Code {
    return Code.fromAsset(join(this.#folder, basename(entry, ".ts")));
  }
}

/** One bundle per entry file, shared by all functions whose handler it exports. */
export class Bundles implements CodeOfFunctions {
  readonly #entries: string;
  readonly #codes = new Map<string, Code>();
  #built: Map<string, Uint8Array> | undefined;

  /** `entries` is a pattern of files from the root of the project. */
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
        // Named because the type asks for it; the local bundling below always succeeds or throws.
        image: DockerImage.fromRegistry("unused"),
        // Nor is a command run: but CDK takes two assets of one folder for the same unless their options differ.
        command: [entry],
        local: {
          tryBundle: (outdir: string) => {
            this.#built ??= bundleAll([this.#entries, WORKERS]);
            for (const path of [entry, ...workersOf(entry)]) {
              const bundle = this.#built.get(path);
              if (!bundle)
                throw new Error(`No handler to bundle: ${path} does not exist among ${this.#entries}`);
              const name = path === entry ? "index" : basename(path, ".ts");
              writeFileSync(join(outdir, `${name}.mjs`), bundle);
            }
            return true;
          },
        },
      },
    });
  }
}

/** How the functions are built. The SDK goes with them: it loads faster than the one in the runtime, and its version is ours. */
export const BUILD = {
  outdir: ROOT,
  absWorkingDir: ROOT,
  write: false,
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  mainFields: ["module", "main"],
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  legalComments: "none",
  banner: { js: REQUIRE },
  logLevel: "error",
} as const satisfies BuildOptions;

/** Entry files, from the root of the project. */
export const entryFiles = (...patterns: string[]): string[] =>
  globSync(patterns.length > 0 ? patterns : ENTRIES, { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

/** The files beside an entry's bundle that it runs in threads. */
export const workersOf = (entry: string): string[] =>
  entryFiles(`functions/${basename(entry, ".ts")}/*-worker.ts`);

/** All entries in one build, which reads each module once. */
function bundleAll(patterns: string[]): Map<string, Uint8Array> {
  const entries = entryFiles(...patterns);
  const { outputFiles } = buildSync({
    ...BUILD,
    entryPoints: entries.map((entry) => ({ in: join(ROOT, entry), out: entry })),
    minify: true,
    keepNames: false,
  });
  const contentOf = (entry: string) =>
    outputFiles.find(({ path }) => path === join(ROOT, `${entry}.js`))?.contents;
  return new Map(entries.map((entry) => [entry, contentOf(entry) ?? new Uint8Array()]));
}
