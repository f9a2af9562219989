import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, buildSync } from "esbuild";
import * as z from "zod";
import { BUILD, entryFiles } from "../infra/constructs/bundles.ts";
import { temporaryFolder } from "../infra/temporary-folder.ts";
import { madeUpEnvironment } from "../test/infra/made-up-environment.ts";
import { ofType, synthesized } from "../test/infra/synthesized.ts";

/**
 * One bundle. Times are the median of milliseconds of CPU that an import takes in a fresh process. `sdk`: of a bundle
 * that only creates the same clients of the AWS SDK. `empty`: of a handler that does nothing.
 */
export const ColdStart = z.object({
  bundle: z.string(),
  kilobytes: z.number(),
  importMs: z.number(),
  sdkMs: z.number(),
  emptyMs: z.number(),
});
export type ColdStart = z.infer<typeof ColdStart>;

const IMPORT = `
  const before = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
  process.exit();
`;
/** The class of each client that a bundle may hold, by its package. */
const CLIENTS = {
  "@aws-sdk/client-dynamodb": "DynamoDBClient",
  "@aws-sdk/client-s3": "S3Client",
  "@aws-sdk/client-ses": "SESClient",
  "@aws-sdk/client-sfn": "SFNClient",
  "@aws-sdk/client-secrets-manager": "SecretsManagerClient",
};

/** Measures all bundles and floors in turn, so that whatever else the machine does weighs on all alike. */
export function measureColdStarts(rounds: number): ColdStart[] {
  const folder = temporaryFolder("led-bench-");
  const build = (name: string, options: BuildOptions) => buildTo(folder, name, options);
  const floors = new Map<string, string>();
  const floorOf = (clients: string): string => {
    const known = floors.get(clients);
    if (known !== undefined) return known;
    const contents = `${clients}\nexport const handler = async () => undefined;`;
    const { file } = build(`floor-${floors.size}`, { stdin: { contents, resolveDir: import.meta.dirname } });
    floors.set(clients, file);
    return file;
  };
  const built = entryFiles().map((entry) => {
    const bundle = basename(entry, ".ts");
    const { file, bytes, inputs } = build(bundle, { entryPoints: [entry] });
    return { bundle, file, kilobytes: Math.round(bytes / 1024), sdk: floorOf(clientsIn(inputs)) };
  });
  const empty = floorOf("");
  const times = new Map(
    [...built.map(({ file }) => file), ...floors.values()].map((file) => [file, [] as number[]]),
  );
  const environment = madeUpEnvironment(
    ofType(synthesized().template, "AWS::Lambda::Function").map(([, made]) => made),
  );
  for (let round = 0; round < rounds; round++)
    for (const [file, taken] of times) taken.push(importOf(file, environment));
  const medianOf = (file: string): number => median(times.get(file) ?? []);
  return built.map(({ bundle, file, kilobytes, sdk }) => ({
    ...{ bundle, kilobytes, importMs: medianOf(file), sdkMs: medianOf(sdk), emptyMs: medianOf(empty) },
  }));
}

function buildTo(folder: string, name: string, options: BuildOptions) {
  const { outputFiles, metafile } = buildSync({
    ...BUILD,
    ...options,
    ...{ minify: true, outdir: undefined, outfile: `${name}.mjs`, write: false, metafile: true },
  });
  const contents = outputFiles?.[0]?.contents ?? new Uint8Array();
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, contents);
  return { file, bytes: contents.length, inputs: Object.keys(metafile?.inputs ?? {}) };
}

/** Code that creates the clients whose code is in a bundle. */
const clientsIn = (inputs: readonly string[]): string =>
  Object.entries(CLIENTS)
    .filter(([name]) => inputs.some((input) => input.includes(`node_modules/${name}/`)))
    .map(([name, client]) => `import { ${client} } from "${name}"; new ${client}({});`)
    .join("\n");

const importOf = (file: string, environment: Record<string, string>): number =>
  Number(
    execFileSync(process.execPath, ["--input-type=module", "--eval", IMPORT, pathToFileURL(file).href], {
      env: { ...environment, AWS_REGION: "eu-west-1" },
      encoding: "utf8",
    }),
  );

const median = (numbers: number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
};
