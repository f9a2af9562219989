import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { NotSupported } from "../foundation/aws-error.ts";
import type { State } from "../foundation/state.ts";
import type { Template } from "../template/template.ts";

const Properties = z.looseObject({
  Handler: z.string().default(""),
  Runtime: z.string().default(""),
  Role: z.string(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  Description: z.string().default(""),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  Code: z.looseObject({ S3Key: z.string().optional(), ZipFile: z.string().optional() }),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  DeadLetterConfig: z.looseObject({ TargetArn: z.string().optional() }).optional(),
});
const InvokeConfig = z.looseObject({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().optional(),
  MaximumEventAgeInSeconds: z.coerce.number().optional(),
  DestinationConfig: z
    .looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() })
    .optional(),
});

const SIX_HOURS = 6 * 60 * 60;

/** A function of the template. */
export type FunctionConfiguration = {
  name: string;
  arn: string;
  roleArn: string;
  handler: string;
  runtime: string;
  description: string;
  /** Seconds. */
  timeout: number;
  /** Megabytes. */
  memory: number;
  environment: Record<string, string>;
  /** Folder of the synthesized code. */
  codeFolder: string;
  reservedConcurrency: number | undefined;
  /** Asynchronous invocations: retries, and the destination after the last failure. */
  retries: number;
  /** Maximum age of an event, in seconds. */
  maxEventAge: number;
  onFailureArn: string | undefined;
  deadLetterArn: string | undefined;
};

export function functionsOf(template: Template, state: State): FunctionConfiguration[] {
  const configs = template
    .ofType("AWS::Lambda::EventInvokeConfig", InvokeConfig)
    .map(({ properties }) => properties);
  return template.ofType("AWS::Lambda::Function", Properties).map(({ logicalId, physical, properties }) => {
    const config = configs.find(({ FunctionName }) =>
      [physical.name, physical.attributes["Arn"]].includes(FunctionName),
    );
    return {
      name: physical.name,
      arn: physical.attributes["Arn"] ?? "",
      roleArn: properties.Role,
      handler: properties.Handler,
      runtime: properties.Runtime,
      description: properties.Description,
      timeout: properties.Timeout,
      memory: properties.MemorySize,
      environment: properties.Environment?.Variables ?? {},
      codeFolder: codeFolder(template, state, logicalId, properties.Code),
      reservedConcurrency: properties.ReservedConcurrentExecutions,
      retries: config?.MaximumRetryAttempts ?? 2,
      maxEventAge: config?.MaximumEventAgeInSeconds ?? SIX_HOURS,
      onFailureArn: config?.DestinationConfig?.OnFailure?.Destination,
      deadLetterArn: properties.DeadLetterConfig?.TargetArn,
    };
  });
}

function codeFolder(
  template: Template,
  state: State,
  logicalId: string,
  code: z.infer<typeof Properties>["Code"],
) {
  if (code.S3Key !== undefined) return template.stack.assets.get(code.S3Key) ?? "";
  const folder = state.path("inline-code", logicalId);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"commonjs"}');
  writeFileSync(join(folder, "index.js"), code.ZipFile ?? "");
  return folder;
}

/** The file and the export of a handler: `index.handlers.SubmitIntake`. */
export function handlerOf(configuration: FunctionConfiguration): { file: string; exportPath: string[] } {
  if (!configuration.runtime.startsWith("nodejs"))
    throw new NotSupported(
      `${configuration.name} runs on ${configuration.runtime}; the local cloud runs Node only`,
    );
  const [, base = "", path = ""] = /^((?:.*\/)?[^./]+)\.(.+)$/.exec(configuration.handler) ?? [];
  const files = [".mjs", ".js", ".cjs"].map((extension) =>
    join(configuration.codeFolder, `${base}${extension}`),
  );
  const file = files.find((candidate) => existsSync(candidate));
  if (file === undefined)
    throw new Error(
      `${configuration.name}: no ${base}.mjs, .js or .cjs in ${configuration.codeFolder || "its asset"}`,
    );
  return { file, exportPath: path.split(".") };
}
