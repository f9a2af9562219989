import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { type Instant, toInstant } from "../../domain/calendar.ts";
import { RetryLater } from "../../domain/errors.ts";
import type { Member } from "../../domain/staff.ts";
import type { FindIssuer, IssuerSettings, Program } from "./issuer.ts";
import { rolesIn } from "./roles.ts";
import { Refusal } from "../http/refusals.ts";

/** Returns the owner of a token; throws `sign-in` for an invalid one. */
export type VerifyBearer = (token: string) => Promise<Member & { issuedAt?: Instant }>;

/** Allowed clock difference between two machines, in seconds. */
const CLOCK_TOLERANCE = 5;
/** Maximum age of a token, whatever the issuer allows: a removed role ends within this time (SIGN-02). */
const LONGEST_BELIEVED = "15 minutes";

/**
 * Verifies an access token with the issuer's published keys: signature, issuer, time and client. Id tokens are refused:
 * with the client in `client_id` the token must state that it is for access; with the client in `aud` a token with a
 * nonce is refused.
 */
export function createVerifyBearer(settings: IssuerSettings, findIssuer: FindIssuer): VerifyBearer {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (token) => {
    const { issuer, jwks_uri } = (await findIssuer()).serverMetadata();
    if (jwks_uri === undefined) throw new Refusal("sign-in");
    keys ??= createRemoteJWKSet(new URL(jwks_uri));
    const audience = settings.clientClaim === "aud" ? settings.clientId : undefined;
    const payload = await verified(token, keys, { issuer, audience });
    const owner = ownerOf(payload, settings);
    if (!owner) throw new Refusal("sign-in");
    return { ...owner, issuedAt: toInstant(new Date((payload.iat ?? 0) * 1000)) };
  };
}

/** The person or the program that an access token is about; undefined for any other token. */
function ownerOf(payload: JWTPayload, settings: IssuerSettings): Member | undefined {
  const { sub } = payload;
  const isForAccess =
    settings.clientClaim === "client_id" ? payload["token_use"] === "access" : payload["nonce"] === undefined;
  if (!isForAccess || sub === undefined) return undefined;
  const client = payload["client_id"] ?? payload["azp"];
  const program = settings.programs.find(({ clientId }) => clientId === client);
  if (program) return programIn(payload, program);
  if (settings.clientClaim === "client_id" && client !== settings.clientId) return undefined;
  const name = payload["name"] ?? payload["username"];
  return { subject: sub, name: typeof name === "string" ? name : sub, roles: rolesIn(payload, settings) };
}

/**
 * SIGN-03: a program has the one role that configuration gives it, when its token is its own (client credentials) and
 * has the scope of that role. A token of a person that was issued to a program is refused.
 * Source: RFC 9068, 2.2 (the subject of such a token is its client); least privilege (GDPR 32(1)).
 */
function programIn(payload: JWTPayload, { clientId, name, role, scope }: Program): Member | undefined {
  const scopes = typeof payload["scope"] === "string" ? payload["scope"].split(" ") : [];
  const isItsOwn = payload.sub === clientId && (scope === undefined || scopes.includes(scope));
  return isItsOwn ? { subject: clientId, name, roles: [role] } : undefined;
}

async function verified(
  token: string,
  keys: ReturnType<typeof createRemoteJWKSet>,
  expected: { issuer: string; audience: string | undefined },
) {
  try {
    const options = {
      ...expected,
      clockTolerance: CLOCK_TOLERANCE,
      maxTokenAge: LONGEST_BELIEVED,
      requiredClaims: ["exp", "sub"],
    };
    return (await jwtVerify(token, keys, options)).payload;
  } catch (cause) {
    // With its generic code, jose reports that the issuer answered without keys.
    const isOfToken = cause instanceof errors.JOSEError && cause.code !== "ERR_JOSE_GENERIC";
    if (!isOfToken || cause instanceof errors.JWKSTimeout)
      throw new RetryLater("ISSUER_UNAVAILABLE", {}, cause);
    throw new Refusal("sign-in");
  }
}
