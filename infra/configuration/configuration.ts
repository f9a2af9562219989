import { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Node } from "constructs";
import * as z from "zod";
import { TrustedIssuer } from "../../functions/domain/pdf-signature.ts";
import { RetentionYears } from "../../functions/domain/retention.ts";

const ENVIRONMENTS = ["dev", "prod"] as const;

const Mail = z.object({
  /** Identity that SES verifies: a domain or one address. */
  identity: z.string().min(3),
  /** Sender address of all mail. */
  from: z.email(),
  ledMailbox: z.email(),
  ledDpoMailbox: z.email(),
  leadingOfficialMailbox: z.email(),
});

/** The stack's own Cognito user pool, or another issuer (ACM/IDM). */
const SignIn = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("cognito"),
    /** First label of the sign-in page's address; unique within the region. */
    domainPrefix: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
  }),
  z.object({
    kind: z.literal("external"),
    issuer: z.url(),
    clientId: z.string().min(1),
    /** Name of the Secrets Manager secret, where the issuer requires one. The secret itself is never configuration. */
    clientSecretName: z.string().min(1).optional(),
    scopes: z.string().default("openid profile"),
    rolesClaim: z.string(),
    /**
     * OVO code of the organisation in which a role must be held, for an issuer that writes `role:code` (ACM/IDM). Leave
     * it out only for the organisation's own issuer, whose roles are bare names.
     */
    organisationCode: z
      .string()
      .regex(/^OVO\d{6}$/)
      .optional(),
    clientClaim: z.enum(["client_id", "aud"]).default("aud"),
    /**
     * The issuer's `end_session_endpoint`. Register two redirect addresses at the issuer: the site's address with
     * `/admin/signed-out` and with `/admin/sign-in`.
     */
    signOutEndpoint: z.url().optional(),
  }),
]);

/**
 * Settings that may differ between deployments; everything else is code. They are parsed from the context in cdk.json.
 */
const Configuration = z.strictObject({
  environment: z.enum(ENVIRONMENTS),
  /** Personal data stays in the EU. */
  region: z.string().regex(/^eu-[a-z]+-\d$/),
  mail: Mail,
  /** Receives alarm notifications. */
  alarmMailbox: z.email(),
  /** The site's own domain; without one the site uses the API's address. The certificate must be in the same region. */
  domain: z.strictObject({ name: z.hostname(), certificateArn: z.string().startsWith("arn:") }).optional(),
  /**
   * Networks (CIDR) that may reach the admin pages and the admin API. Empty: any network; sign-in is still required.
   */
  adminNetworks: z.array(z.cidrv4()).default([]),
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
  trustedIssuers: z.array(TrustedIssuer).max(20).default([]),
  /**
   * Whether GuardDuty checks documents for malware before anybody reads them. Without it a document is accepted on its
   * format only.
   */
  malwareCheck: z.boolean().default(true),
  /** Costs per month, in US dollars, above which the alarm mailbox gets a mail. */
  monthlyBudget: z.number().positive().default(100),
  /**
   * Whether the page `/protocollen` lists the signed protocols: organisation, purpose, dates and the PDF without signatures.
   * Protocols that were signed before it was on are not listed.
   */
  publicProtocols: z.boolean().default(false),
  /** Public address of docs/runbook.md for operators. */
  runbook: z.string().default("docs/runbook.md"),
});
export type Configuration = z.infer<typeof Configuration>;

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
  const environment = EnvironmentChoice.safeParse(chosen ?? node.tryGetContext("environment") ?? "dev");
  if (!environment.success)
    throw new WrongConfiguration(`Unknown environment: choose -c environment=${ENVIRONMENTS.join(" or ")}`);
  const environments = Environments.safeParse(node.tryGetContext("environments"));
  if (!environments.success)
    throw new WrongConfiguration(`cdk.json, environments: ${z.prettifyError(environments.error)}`);
  const parsed = Configuration.safeParse({
    ...environments.data[environment.data],
    ...overrides,
    environment: environment.data,
  });
  if (!parsed.success)
    throw new WrongConfiguration(
      `cdk.json, environment ${environment.data}: ${z.prettifyError(parsed.error)}`,
    );
  return parsed.data;
}
