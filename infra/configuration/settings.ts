import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod";
import { TrustedIssuer } from "../../functions/domain/pdf-signature.ts";
import { RetentionYears } from "../../functions/domain/retention.ts";
import { Mail } from "./mail.ts";
import { SignIn } from "./sign-in.ts";
import { AdminNetworks, Domain } from "./site.ts";

/** Regions of AWS in the EU where SES sends mail: personal data stays in the EU. */
const REGIONS = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-west-1", "eu-west-3"] as const;
export const ENVIRONMENTS = ["dev", "prod"] as const;

/**
 * Settings that may differ between deployments; everything else is code. They are parsed from the context in cdk.json.
 */
export const Settings = z.strictObject({
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
  /**
   * Name of a restored table, which the functions use instead of the stack's own. docs/runbook.md, "The table must be
   * restored", says how the stack then owns it again.
   */
  restoredTable: z
    .string()
    .regex(/^[a-zA-Z0-9_.-]{3,255}$/, "is not a name of a table: 3 to 255 letters, digits, _ . or -")
    .optional(),
  /**
   * A daily backup of the table, kept for `days`, beside its point-in-time recovery. `copyTo` is the ARN of a backup vault in
   * another region or account, which that region or account owns.
   */
  backup: z
    .strictObject({
      days: z.int().min(1).max(35, "is at most 35 days: a deleted dossier must leave the backups too"),
      copyTo: z
        .string()
        .regex(
          /^arn:aws:backup:[a-z0-9-]+:\d{12}:backup-vault:[\w-]{2,50}$/,
          "is not the ARN of a backup vault",
        )
        .optional(),
    })
    .optional(),
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
  /**
   * A trail of CloudTrail: each reading and writing of the table and the buckets, and each call that changes the account. On
   * by default in prod, as are the next two; docs/costs.md has the price of each.
   */
  auditTrail: z.boolean().default(false),
  /** Whether the logs are encrypted with a key of the account, not of CloudWatch. */
  logEncryption: z.boolean().default(false),
  /** Whether CloudWatch masks mail addresses and national register numbers in logs, should one ever get there. */
  logDataProtection: z.boolean().default(false),
  /** Costs per month, in US dollars, above which the alarm mailbox gets a mail. */
  monthlyBudget: z.number().positive().default(100),
  /** Whether the DPO of the LED is asked for its opinion on each DPIA that an applicant submits (GDPR 35(2)). */
  ledDpoOnDpia: z.boolean().default(false),
  /**
   * Whether the page `/protocollen` lists the signed protocols: organisation, purpose, dates and the PDF without signatures.
   * Protocols that were signed before it was on are not listed.
   */
  publicProtocols: z.boolean().default(false),
  /**
   * Hosts that programs may name in the address of a webhook, with a port unless it is 443. Without one there are no
   * webhooks.
   */
  webhookHosts: z
    .array(
      z
        .string()
        .regex(
          /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{2,5})?$/,
          "is not a host: write it as hooks.example.org, or hooks.example.org:8443",
        ),
    )
    .max(20)
    .default([]),
  /** Public address of docs/runbook.md for operators. */
  runbook: z.string().min(1, "is empty: leave it out, or give an address").default("docs/runbook.md"),
});
export type Settings = z.infer<typeof Settings>;

/** Defaults of prod where they are not those of every environment. */
export const PROD_DEFAULTS = { auditTrail: true, logEncryption: true, logDataProtection: true };
