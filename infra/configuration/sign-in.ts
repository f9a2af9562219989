import * as z from "zod";
import { Role } from "../../functions/domain/people.ts";

const HttpsAddress = z.url({ protocol: /^https$/, error: "must be an address that starts with https://" });

/** A program that calls the admin API in its own name, with one role (client credentials). */
const Program = z.strictObject({
  /** Shown in the history of a dossier; part of the client's name. */
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{1,30}$/,
      "has 2 to 31 lower-case letters, digits and hyphens, and starts with a letter",
    ),
  role: Role,
});
const onlyOnce = <T>(of: (program: T) => string) => ({
  check: (programs: T[]) => new Set(programs.map(of)).size === programs.length,
  error: "names a program twice: give each its own name and client",
});
const byName = onlyOnce<z.infer<typeof Program>>(({ name }) => name);

/** Words that Cognito refuses in the prefix of a domain. */
const RESERVED = /aws|amazon|cognito/;

const Cognito = z.strictObject({
  kind: z.literal("cognito"),
  /**
   * First label of the sign-in page's address; unique in the region over all accounts. Default:
   * `led-onboarding-<environment>-<account>`.
   */
  domainPrefix: z
    .string()
    .regex(
      /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
      "has 1 to 63 lower-case letters, digits and hyphens, no hyphen at either end",
    )
    .refine(
      (prefix) => !RESERVED.test(prefix),
      'may not contain "aws", "amazon" or "cognito": Cognito refuses it',
    )
    .optional(),
  programs: z.array(Program).refine(byName.check, byName.error).default([]),
});

const ExternalProgram = Program.extend({
  /** As the issuer registered it: claim `client_id` or `azp` of its access tokens. */
  clientId: z.string().min(1, "is empty: it is the id of the program's client at the issuer"),
});
const byClient = onlyOnce<z.infer<typeof ExternalProgram>>(({ clientId }) => clientId);

const External = z.strictObject({
  kind: z.literal("external"),
  issuer: HttpsAddress,
  clientId: z.string().min(1, "is empty: it is the id of this site's client at the issuer"),
  /** Name of the Secrets Manager secret, where the issuer requires one. The secret itself is never configuration. */
  clientSecretName: z
    .string()
    .regex(/^[\w/+=.@-]+$/, "is the name of a secret in Secrets Manager")
    .optional(),
  scopes: z
    .string()
    .refine((scopes) => scopes.split(" ").includes("openid"), 'must include "openid"')
    .default("openid profile"),
  rolesClaim: z.string().min(1, "is empty: it is the claim that holds the roles"),
  /**
   * OVO code of the organisation in which a role must be held, for an issuer that writes `role:code` (ACM/IDM). Leave
   * it out only for the organisation's own issuer, whose roles are bare names.
   */
  organisationCode: z
    .string()
    .regex(/^OVO\d{6}$/, "is OVO and six digits")
    .optional(),
  clientClaim: z.enum(["client_id", "aud"]).default("aud"),
  /**
   * The issuer's `end_session_endpoint`. Register two redirect addresses at the issuer: the site's address with
   * `/admin/signed-out` and with `/admin/sign-in`.
   */
  signOutEndpoint: HttpsAddress.optional(),
  programs: z
    .array(ExternalProgram)
    .refine(byName.check, byName.error)
    .refine(byClient.check, byClient.error)
    .default([]),
});

/** The stack's own Cognito user pool, or another issuer (ACM/IDM). */
export const SignIn = z.discriminatedUnion("kind", [Cognito, External]);
