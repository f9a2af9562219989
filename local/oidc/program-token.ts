import * as z from "zod";

const Discovery = z.looseObject({ token_endpoint: z.string() });
const Token = z.looseObject({ access_token: z.string() });

/** An access token of a program, by client credentials. */
export async function programToken(
  issuer: string,
  { clientId, secret, scope }: { clientId: string; secret: string; scope: string },
): Promise<string> {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { token_endpoint } = Discovery.parse(await discovery.json());
  const response = await fetch(token_endpoint, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials", scope }),
  });
  if (!response.ok) throw new Error(`The issuer gave no token: ${await response.text()}`);
  return Token.parse(await response.json()).access_token;
}
