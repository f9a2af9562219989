import * as z from "zod";
import { Role } from "../../domain/people.ts";
import { TrustedIssuer } from "../../domain/pdf-signature.ts";

const json = <T extends z.ZodType>(schema: T) =>
  z.string().transform((text, context): z.output<T> => {
    try {
      return schema.parse(JSON.parse(text));
    } catch (cause) {
      context.addIssue({ code: "custom", message: `not the expected JSON: ${String(cause)}` });
      return z.NEVER;
    }
  });

const Table = z.object({ TABLE_NAME: z.string() });
const Documents = z.object({ BUCKET_NAME: z.string() });
const Log = z.object({
  LOG_BUCKET_NAME: z.string(),
  /** Whether somebody with a permission of its own may shorten a lock (`GOVERNANCE`), or nobody (`COMPLIANCE`). */
  LOG_LOCK_MODE: z.enum(["GOVERNANCE", "COMPLIANCE"]),
});
const Mail = z.object({
  /** Sender address of all mail, and the LED mailbox: reply-to, and recipient of the team's mail. */
  MAIL_FROM: z.email(),
  LED_MAILBOX: z.email(),
  /** Mailboxes of these roles. Default: the LED mailbox. */
  LED_DPO_MAILBOX: z.email(),
  LEADING_OFFICIAL_MAILBOX: z.email(),
  MAIL_CONFIGURATION_SET: z.string(),
  /** Domain that takes mail; empty where none does. */
  INBOUND_DOMAIN: z.string().default(""),
});
const Site = z.object({
  /**
   * Address of the site without a trailing slash, including a stage or path prefix: links, cookies and redirects use
   * it.
   */
  PUBLIC_URL: z.url(),
  /** Whether a public page lists the signed protocols. */
  PUBLIC_PROTOCOLS: z.enum(["on", "off"]),
  /** Hosts of earlier addresses, with spaces between them. */
  FORMER_HOSTS: z.string().default(""),
});
const Years = z.coerce.number().pipe(z.int().min(1));
/** Retention of a closed dossier, in years (functions/domain/retention.ts). */
const Retention = z.object({ RETENTION_YEARS_SIGNED: Years, RETENTION_YEARS_OTHER: Years });
const Workflow = z.object({ ONBOARDING_ARN: z.string(), OUT_OF_USE_ARN: z.string() });
/** `scope`: the access token must have it. */
const Program = z.object({
  name: z.string(),
  role: Role,
  clientId: z.string(),
  scope: z.string().optional(),
});
const SignIn = z.object({
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string(),
  /**
   * Name of the Secrets Manager secret with the client secret, where the issuer requires one; empty for a public
   * client.
   */
  OIDC_CLIENT_SECRET_NAME: z.string().default(""),
  OIDC_SCOPES: z.string(),
  /** Claim that holds the roles or groups (`cognito:groups` with Cognito). */
  OIDC_ROLES_CLAIM: z.string(),
  /** Only roles in this organisation count. Empty where the issuer writes roles without an organisation. */
  OIDC_ORGANISATION_CODE: z.string().default(""),
  /** Claim of an access token that identifies its client: `client_id` (Cognito) or `aud`. */
  OIDC_CLIENT_CLAIM: z.enum(["client_id", "aud"]),
  /** Sign-out endpoint of the issuer; empty where it has none. */
  OIDC_SIGN_OUT_ENDPOINT: z.string().default(""),
  /** Parameter with the address to return to: `logout_uri` (Cognito) or the standard's parameter. */
  OIDC_SIGN_OUT_PARAMETER: z.enum(["logout_uri", "post_logout_redirect_uri"]),
  /** Programs that call the API in their own name. */
  OIDC_PROGRAMS: json(z.array(Program)),
});

/** Hosts of the addresses that are told of events, with spaces between them; none by default. */
const Webhooks = z.object({
  WEBHOOK_HOSTS: z
    .string()
    .default("")
    .transform((hosts) => hosts.split(" ").filter(Boolean)),
});

const Process = z.object({
  /** Whether the DPO of the LED is asked for its opinion on each DPIA. */
  LED_DPO_ON_DPIA: z.enum(["on", "off"]),
  ...Table.shape,
  ...Documents.shape,
  ...Log.shape,
  ...Mail.shape,
  ...Site.shape,
  ...Retention.shape,
  ...Workflow.shape,
  ...Webhooks.shape,
});

/**
 * One environment schema per kind of function. Only the wiring parses it; infra types its environment from the same
 * schema.
 */
export const ENVIRONMENTS = {
  /** All state functions, follow-up and the public pages. */
  workflow: Process,
  documents: z.object({
    ...Table.shape,
    ...Documents.shape,
    /** Whether uploads are checked for malware, in quarantine. */
    MALWARE_CHECK: z.enum(["on", "off"]),
    /** Issuers of certificates for electronic signatures, as JSON. */
    TRUSTED_ISSUERS: json(z.array(TrustedIssuer)),
  }),
  /** Delivers events: no dossiers, documents or mail. */
  webhooks: z.object({ ...Table.shape, ...Webhooks.shape }),
  adminWeb: z.object({ ...Process.shape, ...SignIn.shape }),
} as const;

export type EnvironmentKind = keyof typeof ENVIRONMENTS;
/** Variables of a function in its configuration: strings. */
export type EnvironmentOf<Kind extends EnvironmentKind> = {
  [Name in keyof z.input<(typeof ENVIRONMENTS)[Kind]>]: string;
};
