import * as oidc from "openid-client";
import * as z from "zod";
import { isTransient } from "../../adapters/shared/transient-errors.ts";
import { RetryLater } from "../../domain/errors.ts";
import type { Role } from "../../domain/people.ts";
import { Refusal } from "../http/refusals.ts";
import type { FindIssuer, IssuerSettings } from "./issuer.ts";
import { rolesIn } from "./roles.ts";

/** State of a pending sign-in: random, and stored in the browser. */
export const PendingSignIn = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
export type PendingSignIn = z.infer<typeof PendingSignIn>;
export type SignedIn = { subject: string; name: string; roles: Role[]; refreshToken?: string };

export interface SignIn {
  /** The address at the issuer, and the state to remember meanwhile. */
  start(
    callback: string,
    returnTo: string,
    asks?: { anew: boolean },
  ): Promise<{ address: string; pending: PendingSignIn }>;
  /** The person who returned. `address`: the full callback, with the parameters of the issuer. */
  finish(address: string, pending: PendingSignIn): Promise<SignedIn>;
  /** The current person, from the refresh token; undefined when the issuer rejects it. */
  renew(refreshToken: string, subject: string): Promise<SignedIn | undefined>;
  /** The address that ends the session at the issuer and returns to a registered address. */
  signOutAddress(returnTo: string): string | undefined;
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

/** Authorization code flow with PKCE, for any OpenID Connect issuer. */
export function createSignIn(settings: IssuerSettings, findIssuer: FindIssuer): SignIn {
  return {
    start: async (callback, returnTo, asks) => {
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
        ...(asks?.anew ? { prompt: "login" } : {}),
      });
      return { address: address.href, pending };
    },

    finish: (address, pending) =>
      asking(async () => {
        const issuer = await findIssuer();
        const tokens = await exchanged(issuer, new URL(address), pending);
        const subject = tokens.claims()?.sub;
        if (subject === undefined) throw new Refusal("sign-in");
        return personIn(settings, issuer, tokens, subject);
      }),

    renew: (refreshToken, subject) =>
      asking(async () => {
        const issuer = await findIssuer();
        const tokens = await renewed(issuer, refreshToken);
        const isOther = tokens?.claims() !== undefined && tokens.claims()?.sub !== subject;
        return tokens && !isOther ? personIn(settings, issuer, tokens, subject) : undefined;
      }),

    signOutAddress: (returnTo) => {
      const { signOut, clientId } = settings;
      if (!signOut) return undefined;
      const address = new URL(signOut.endpoint);
      address.searchParams.set("client_id", clientId);
      address.searchParams.set(signOut.returnParameter, returnTo);
      return address.href;
    },
  };
}

type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/** The person behind the tokens. Some issuers return roles or name only from their userinfo endpoint. */
async function personIn(
  settings: IssuerSettings,
  issuer: oidc.Configuration,
  tokens: Tokens,
  subject: string,
): Promise<SignedIn> {
  const claims: Record<string, unknown> = tokens.claims() ?? {};
  const isComplete =
    claims[settings.rolesClaim] !== undefined || issuer.serverMetadata().userinfo_endpoint === undefined;
  const more = isComplete ? {} : await oidc.fetchUserInfo(issuer, tokens.access_token, subject);
  const all = { ...more, ...claims };
  const person = { subject, name: nameIn(all, subject), roles: rolesIn(all, settings) };
  const refreshToken = tokens.refresh_token;
  return refreshToken === undefined ? person : { ...person, refreshToken };
}

/** Undefined when the issuer refuses; a transient error is thrown. */
async function renewed(issuer: oidc.Configuration, refreshToken: string): Promise<Tokens | undefined> {
  try {
    return await oidc.refreshTokenGrant(issuer, refreshToken);
  } catch (cause) {
    if (cause instanceof oidc.ResponseBodyError && !isTransient(cause)) return undefined;
    throw new RetryLater("ISSUER_UNAVAILABLE", {}, cause);
  }
}

/** Runs what asks the issuer; every fault on the way there is a transient error. */
async function asking<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (cause) {
    if (isTransient(cause)) throw new RetryLater("ISSUER_UNAVAILABLE", {}, cause);
    throw cause;
  }
}

/** An invalid answer of the issuer or the browser means no sign-in; a transient error is thrown. */
async function exchanged(issuer: oidc.Configuration, address: URL, pending: PendingSignIn) {
  try {
    return await oidc.authorizationCodeGrant(issuer, address, {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
    });
  } catch (error) {
    if (isTransient(error)) throw error;
    const isRefused =
      error instanceof oidc.ClientError ||
      error instanceof oidc.AuthorizationResponseError ||
      error instanceof oidc.ResponseBodyError;
    if (isRefused) throw new Refusal("sign-in");
    throw error;
  }
}
