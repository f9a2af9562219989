import * as oidc from "openid-client";
import * as z from "zod";
import type { Role } from "../../domain/people.ts";
import { Refusal } from "../refusals.ts";
import type { FindIssuer, IssuerSettings } from "./issuer.ts";
import { rolesIn } from "./roles.ts";

/** What a sign-in that is under way must remember; random, and kept in the browser of who signs in. */
export const PendingSignIn = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
export type PendingSignIn = z.infer<typeof PendingSignIn>;
export type SignedIn = { subject: string; name: string; roles: Role[] };

export interface SignIn {
  /** Where the browser goes to sign in, and what to remember meanwhile. */
  start(callback: string, returnTo: string): Promise<{ address: string; pending: PendingSignIn }>;
  /** Who came back. `address`: the callback in full, with what the issuer added. */
  finish(address: string, pending: PendingSignIn): Promise<SignedIn>;
}

const Named = z.object({
  name: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  email: z.string().optional(),
});

function nameIn(claims: Record<string, unknown>, subject: string): string {
  const { data } = Named.safeParse(claims);
  const parts = [data?.given_name, data?.family_name].filter(Boolean).join(" ");
  return [data?.name, parts, data?.email].find(Boolean) ?? subject;
}

/** Code flow with PKCE, at any OpenID Connect issuer. */
export function createSignIn(settings: IssuerSettings, findIssuer: FindIssuer): SignIn {
  return {
    start: async (callback, returnTo) => {
      const issuer = await findIssuer();
      const verifier = oidc.randomPKCECodeVerifier();
      const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, returnTo };
      const address = oidc.buildAuthorizationUrl(issuer, {
        redirect_uri: callback,
        scope: settings.scopes,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: pending.state,
        nonce: pending.nonce,
      });
      return { address: address.href, pending };
    },

    finish: async (address, pending) => {
      const issuer = await findIssuer();
      const tokens = await exchanged(issuer, new URL(address), pending);
      const claims = tokens.claims();
      if (!claims) throw new Refusal("sign-in");
      const has = (name: string) => claims[name] !== undefined;
      // Some issuers keep the roles, or the name, for their userinfo endpoint.
      const more =
        has(settings.rolesClaim) || issuer.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await oidc.fetchUserInfo(issuer, tokens.access_token, claims.sub);
      const all = { ...more, ...claims };
      return { subject: claims.sub, name: nameIn(all, claims.sub), roles: rolesIn(all, settings) };
    },
  };
}

/** What the issuer or the browser brings that does not fit is no sign-in; trouble on the way there is an error like any other. */
async function exchanged(issuer: oidc.Configuration, address: URL, pending: PendingSignIn) {
  try {
    return await oidc.authorizationCodeGrant(issuer, address, {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
    });
  } catch (error) {
    const isRefused =
      error instanceof oidc.ClientError ||
      error instanceof oidc.AuthorizationResponseError ||
      error instanceof oidc.ResponseBodyError;
    if (isRefused) throw new Refusal("sign-in");
    throw error;
  }
}
