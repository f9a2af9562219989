import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { App } from "aws-cdk-lib";
import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import { quietly } from "./quietly.ts";

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.unknown().optional(),
    }),
  ),
});
const StackProperties = z.looseObject({ templateFile: z.string(), stackName: z.string().optional() });
const Assets = z.object({
  files: z.record(
    z.string(),
    z.looseObject({
      source: z.looseObject({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
    }),
  ),
});

/** One stack of a cloud assembly, as written by `cdk synth`. */
export type SynthesizedStack = {
  name: string;
  region: string;
  account: string;
  template: unknown;
  /** Folder or file of an asset, by the key that a deployment uses for its upload. */
  assets: ReadonlyMap<string, string>;
};

/** The folder of a cloud assembly, or a function that makes the CDK app. */
export type Source = string | (() => App | Promise<App>);

const LOCAL_ACCOUNT = "000000000000";
const DEFAULT_REGION = "eu-west-1";

/** Reads the stack to run. `stackName` is needed only when the assembly has several. */
export async function readStack(source: Source, stackName?: string): Promise<SynthesizedStack> {
  const directory = typeof source === "string" ? source : (await quietly(source)).synth().directory;
  const { artifacts } = Manifest.parse(read(directory, "manifest.json"));
  const stacks = Object.entries(artifacts).flatMap(([id, artifact]) => {
    if (artifact.type !== "aws:cloudformation:stack") return [];
    const properties = StackProperties.parse(artifact.properties);
    const name = properties.stackName ?? id;
    return stackName === undefined || stackName === name ? [{ id, name, artifact, properties }] : [];
  });
  const [stack] = stacks;
  if (!stack || stacks.length > 1)
    throw new Error(`Choose a stack; this assembly has: ${stacks.map(({ name }) => name).join(", ")}`);
  return {
    name: stack.name,
    ...environmentOf(stack.artifact.environment),
    template: read(directory, stack.properties.templateFile),
    assets: assetsOf(directory, stack.id),
  };
}

function read(directory: string, file: string): unknown {
  return parseJson(readFileSync(join(directory, file), "utf8"));
}

/** `aws://123456789012/eu-west-1`, or `aws://unknown-account/unknown-region` for a stack without an environment. */
function environmentOf(environment = "aws://unknown-account/unknown-region") {
  const [account = "", region = ""] = environment.replace("aws://", "").split("/");
  return {
    account: account.startsWith("unknown") ? LOCAL_ACCOUNT : account,
    region: region.startsWith("unknown") ? DEFAULT_REGION : region,
  };
}

function assetsOf(directory: string, stackId: string): ReadonlyMap<string, string> {
  const { files } = Assets.parse(read(directory, `${stackId}.assets.json`));
  return new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => [
        basename(objectKey),
        resolve(directory, source.path ?? ""),
      ]),
    ),
  );
}
