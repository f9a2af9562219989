import { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Node } from "constructs";
import * as z from "zod";
import { Names } from "../../functions/domain/names.ts";
import { RetentionYears } from "../../functions/domain/retention.ts";

const ENVIRONMENTS = ["dev", "prod"] as const;

const Mail = z.object({
  /** What SES verifies: a domain, or one address. */
  identity: z.string().min(3),
  /** The address that mails come from. */
  from: z.email(),
  ledMailbox: z.email(),
  ledDpoMailbox: z.email(),
  leadingOfficialMailbox: z.email(),
});

/** The stack's own Cognito user pool, or another issuer (ACM/IDM). */
const SignIn = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("cognito"),
    /** First label of the sign-in page's address: unique within the region. */
    domainPrefix: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
  }),
  z.object({
    kind: z.literal("external"),
    issuer: z.url(),
    clientId: z.string().min(1),
    /** Name of the Secrets Manager secret, where the issuer insists on one; the secret itself is never configuration. */
    clientSecretName: z.string().min(1).optional(),
    scopes: z.string().default("openid profile"),
    rolesClaim: z.string(),
    /**
     * OVO code of the organisation in which a role must be held, for an issuer that writes `role:code` (ACM/IDM). Left out
     * only for an issuer of our own, whose roles are bare names.
     */
    organisationCode: z
      .string()
      .regex(/^OVO\d{6}$/)
      .optional(),
    clientClaim: z.enum(["client_id", "aud"]).default("aud"),
    /**
     * The issuer's `end_session_endpoint`. Register at the issuer to come back to: the site's address with
     * `/admin/signed-out` and with `/admin/sign-in`.
     */
    signOutEndpoint: z.url().optional(),
  }),
]);

/** What may differ between two deployments; everything else is code. Parsed from the context in cdk.json. */
const Configuration = z.strictObject({
  environment: z.enum(ENVIRONMENTS),
  /** Personal data stays in the EU. */
  region: z.string().regex(/^eu-[a-z]+-\d$/),
  mail: Mail,
  /** Receives the alarms. */
  alarmMailbox: z.email(),
  names: Names,
  /** The site's own address; without one it stands at the API's. The certificate is in the same region. */
  domain: z.strictObject({ name: z.hostname(), certificateArn: z.string().startsWith("arn:") }).optional(),
  /** Networks (CIDR) that may reach the admin pages and the admin API; empty: any, behind sign-in. */
  adminNetworks: z.array(z.cidrv4()).default([]),
  signIn: SignIn,
  logRetentionDays: z.enum(RetentionDays).default(RetentionDays.ONE_YEAR),
  /** Days that an overwritten or deleted document can still be brought back. */
  noncurrentVersionDays: z.int().min(1).default(90),
  /** How long a closed dossier is kept, in years: after a signed protocol, and otherwise. */
  retentionYears: RetentionYears.default({ signed: 10, other: 1 }),
  /** Address of docs/runbook.md as operators read it. */
  runbook: z.string().default("docs/runbook.md"),
});
export type Configuration = z.infer<typeof Configuration>;

const EnvironmentChoice = z.enum(ENVIRONMENTS);
const Environments = z.partialRecord(EnvironmentChoice, z.record(z.string(), z.unknown()));

/** A mistake in what people configure: its message says what, and no stack trace says more. */
export class WrongConfiguration extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WrongConfiguration";
  }
}

/** The configuration of one environment; a mistake in it is a readable error, before anything is built. */
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
    names: node.tryGetContext("names") as unknown,
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
