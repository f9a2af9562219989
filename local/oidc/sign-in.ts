import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import type { OidcClient } from "./clients.ts";

const Tokens = z.looseObject({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string().optional(),
});
export type Tokens = { accessToken: string; idToken: string };

/** Signs in a local user by the code flow with PKCE, as a browser and a web server would, and returns the tokens. */
export async function signIn(issuer: string, client: OidcClient, userId: string): Promise<Tokens> {
  const verifier = randomBytes(32).toString("base64url");
  const redirectUri = client.redirectUris[0] ?? "";
  const code = await authorize(issuer, client, userId, redirectUri, verifier);
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: client.clientId,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code,
    }),
  });
  if (!response.ok) throw new Error(`The issuer gave no token: ${await response.text()}`);
  const tokens = Tokens.parse(await response.json());
  return { accessToken: tokens.access_token, idToken: tokens.id_token };
}

async function authorize(
  issuer: string,
  client: OidcClient,
  user: string,
  redirectUri: string,
  verifier: string,
) {
  const cookies = new Map<string, string>();
  const query = new URLSearchParams({
    response_type: "code",
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: client.scopes.join(" "),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  let address = await step(`${issuer}/auth?${query.toString()}`, cookies);
  address = await step(new URL(address, issuer).href, cookies, new URLSearchParams({ user }));
  while (!address.startsWith(redirectUri)) address = await step(new URL(address, issuer).href, cookies);
  const code = new URL(address).searchParams.get("code");
  if (code === null) throw new Error(`Sign-in of ${user} was refused: ${address}`);
  return code;
}

/** One request with the current cookies; returns the address of the redirect. */
async function step(address: string, cookies: Map<string, string>, form?: URLSearchParams): Promise<string> {
  const response = await fetch(address, {
    redirect: "manual",
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    ...(form && { method: "POST", body: form }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  const location = response.headers.get("location");
  if (location === null) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return location;
}
