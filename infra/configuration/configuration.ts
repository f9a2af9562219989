import type { Node } from "constructs";
import * as z from "zod";
import names from "../../names.json" with { type: "json" };
import { Names } from "../../functions/domain/names-schema.ts";
import { unknownContext } from "./known-context.ts";
import { missingForProd } from "./prod.ts";
import { ENVIRONMENTS, PROD_DEFAULTS, Settings } from "./settings.ts";
import { certificatesElsewhere } from "./site.ts";
import { inWords } from "./words.ts";

export type Configuration = Settings;

const Configuration = Settings.superRefine((settings, context) => {
  const elsewhere = settings.domain ? certificatesElsewhere(settings.region, settings.domain) : [];
  for (const path of elsewhere)
    context.addIssue({
      code: "custom",
      path,
      message: `is of another region: request the certificate in ${settings.region}`,
    });
  if (settings.environment !== "prod") return;
  for (const { path, message } of missingForProd(settings))
    context.addIssue({ code: "custom", path, message });
});

const EnvironmentChoice = z.enum(ENVIRONMENTS);
const Environments = z.partialRecord(EnvironmentChoice, z.record(z.string(), z.unknown()));

/** A configuration mistake; its message suffices without a stack trace. */
export class WrongConfiguration extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WrongConfiguration";
  }
}

/** The configuration of one environment. A mistake in it is a readable error before anything is built. */
export function configurationOf(
  node: Node,
  chosen?: string,
  overrides: Record<string, unknown> = {},
): Configuration {
  const unknown = unknownContext(z.record(z.string(), z.unknown()).parse(node.getAllContext()));
  if (unknown.length > 0)
    throw new WrongConfiguration(
      `Unknown context ${unknown.join(", ")}: -c takes environment=${ENVIRONMENTS.join(" or ")} and protection=off`,
    );
  const named = Names.safeParse(names, { error: inWords });
  if (!named.success) throw new WrongConfiguration(`names.json:${listed(named.error)}`);
  const environment = EnvironmentChoice.safeParse(chosen ?? node.tryGetContext("environment") ?? "dev");
  if (!environment.success)
    throw new WrongConfiguration(`Unknown environment: choose -c environment=${ENVIRONMENTS.join(" or ")}`);
  const environments = Environments.safeParse(node.tryGetContext("environments"), { error: inWords });
  if (!environments.success)
    throw new WrongConfiguration(`cdk.json, environments:${listed(environments.error)}`);
  const given = {
    ...(environment.data === "prod" && PROD_DEFAULTS),
    ...environments.data[environment.data],
    ...overrides,
    environment: environment.data,
    protection: z.unknown().parse(node.tryGetContext("protection")) ?? overrides["protection"],
  };
  const parsed = Configuration.safeParse(given, { error: inWords });
  if (!parsed.success)
    throw new WrongConfiguration(`cdk.json, environment ${environment.data}:${listed(parsed.error)}`);
  return parsed.data;
}

/** One line for each problem: its key, and what to do. */
const listed = ({ issues }: z.ZodError): string =>
  issues
    .flatMap((issue) => (issue.code === "unrecognized_keys" ? unknownKeys(issue) : [issue]))
    .map(({ path, message }) => `\n  ${[...(path.length > 0 ? [path.join(".")] : []), message].join(": ")}`)
    .join("");

const unknownKeys = ({ path, keys }: z.core.$ZodIssueUnrecognizedKeys) =>
  keys.map((key) => ({ path: [...path, key], message: "is not a setting: correct or remove it" }));
