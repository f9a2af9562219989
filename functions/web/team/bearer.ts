import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { type Instant, toInstant } from "../../domain/calendar.ts";
import { RetryLater } from "../../domain/errors.ts";
import type { Member } from "../../domain/staff.ts";
import type { FindIssuer, IssuerSettings } from "./issuer.ts";
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
    const isForAccess =
      settings.clientClaim === "client_id"
        ? payload["client_id"] === settings.clientId && payload["token_use"] === "access"
        : payload["nonce"] === undefined;
    if (!isForAccess || payload.sub === undefined) throw new Refusal("sign-in");
    const name = payload["name"] ?? payload["username"];
    return {
      subject: payload.sub,
      name: typeof name === "string" ? name : payload.sub,
      roles: rolesIn(payload, settings),
      issuedAt: toInstant(new Date((payload.iat ?? 0) * 1000)),
    };
  };
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
