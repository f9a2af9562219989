import { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Node } from "constructs";
import * as z from "zod";
import names from "../../names.json" with { type: "json" };
import { Names } from "../../functions/domain/names-schema.ts";
import { TrustedIssuer } from "../../functions/domain/pdf-signature.ts";
import { RetentionYears } from "../../functions/domain/retention.ts";
import { unknownContext } from "./known-context.ts";
import { Mail } from "./mail.ts";
import { missingForProd } from "./prod.ts";
import { SignIn } from "./sign-in.ts";
import { AdminNetworks, certificatesElsewhere, Domain } from "./site.ts";

/** Regions of AWS in the EU where SES sends mail: personal data stays in the EU. */
const REGIONS = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-west-1", "eu-west-3"] as const;
const ENVIRONMENTS = ["dev", "prod"] as const;

/**
 * Settings that may differ between deployments; everything else is code. They are parsed from the context in cdk.json.
 */
const Settings = z.strictObject({
  environment: z.enum(ENVIRONMENTS),
  region: z.enum(REGIONS, `is not a region of the EU with SES: choose one of ${REGIONS.join(", ")}`),
  mail: Mail,
  /** Receives alarm notifications. */
  alarmMailbox: z.email("is not an address: write it as name@domain"),
  /**
   * Protection of the stack, the table and the user pool against deletion. Off (`-c protection=off`) for a first
   * deployment, so that it can be repeated after a failure, and to take a stack down.
   */
  protection: z.enum(["on", "off"], 'is "on" or "off": -c protection=off').default("on"),
  /** Required in prod; without one the site uses the API's address. */
  domain: Domain.optional(),
  /** Required in prod; by default any network. */
  adminNetworks: AdminNetworks.optional(),
  signIn: SignIn,
  logRetentionDays: z.enum(RetentionDays).default(RetentionDays.ONE_YEAR),
  /** Days in which an overwritten or deleted document can be restored. */
  noncurrentVersionDays: z.int().min(1).default(90),
  /** Retention of a closed dossier, in years: after a signed protocol, and otherwise. */
  retentionYears: RetentionYears.default({ signed: 10, other: 1 }),
  /**
   * Mode of the locks on the digests of the log. Under `compliance` nobody, not even the root of the account, deletes one
   * before its time.
   */
  logLock: z.enum(["governance", "compliance"]).default("compliance"),
  /**
   * Issuers whose certificates for electronic signatures are trusted, each with the SHA-256 of its certificate. Source of
   * the qualified ones: the EU trusted lists (https://eidas.ec.europa.eu/efda/trust-services).
   */
  trustedIssuers: z.array(z.strictObject(TrustedIssuer.shape)).max(20).default([]),
  /**
   * Whether GuardDuty checks documents for malware before anybody reads them. Without it a document is accepted on its
   * format only.
   */
  malwareCheck: z.boolean().default(true),
  /** Costs per month, in US dollars, above which the alarm mailbox gets a mail. */
  monthlyBudget: z.number().positive().default(100),
  /** Whether the DPO of the LED is asked for its opinion on each DPIA that an applicant submits (GDPR 35(2)). */
  ledDpoOnDpia: z.boolean().default(false),
  /**
   * Whether the page `/protocollen` lists the signed protocols: organisation, purpose, dates and the PDF without signatures.
   * Protocols that were signed before it was on are not listed.
   */
  publicProtocols: z.boolean().default(false),
  /** Public address of docs/runbook.md for operators. */
  runbook: z.string().min(1, "is empty: leave it out, or give an address").default("docs/runbook.md"),
});
export type Configuration = z.infer<typeof Settings>;

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
  const named = Names.safeParse(names);
  if (!named.success) throw new WrongConfiguration(`names.json:${listed(named.error)}`);
  const environment = EnvironmentChoice.safeParse(chosen ?? node.tryGetContext("environment") ?? "dev");
  if (!environment.success)
    throw new WrongConfiguration(`Unknown environment: choose -c environment=${ENVIRONMENTS.join(" or ")}`);
  const environments = Environments.safeParse(node.tryGetContext("environments"));
  if (!environments.success)
    throw new WrongConfiguration(`cdk.json, environments:${listed(environments.error)}`);
  const parsed = Configuration.safeParse({
    ...environments.data[environment.data],
    ...overrides,
    environment: environment.data,
    protection: z.unknown().parse(node.tryGetContext("protection")) ?? overrides["protection"],
  });
  if (!parsed.success)
    throw new WrongConfiguration(`cdk.json, environment ${environment.data}:${listed(parsed.error)}`);
  return parsed.data;
}

/** One line for each problem: its key, and what to do. */
const listed = ({ issues }: z.ZodError): string =>
  issues
    .flatMap((issue) => (issue.code === "unrecognized_keys" ? unknownKeys(issue) : [issue]))
    .map(({ path, message }) => `\n  ${path.join(".")}: ${message}`)
    .join("");

const unknownKeys = ({ path, keys }: z.core.$ZodIssueUnrecognizedKeys) =>
  keys.map((key) => ({ path: [...path, key], message: "is not a setting: correct or remove it" }));
