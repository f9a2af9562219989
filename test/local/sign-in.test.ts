import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cloud } from "../../local/cloud.ts";
import { some, textWith } from "./small-app/matchers.ts";
import { startSmallCloud } from "./small-app/small-cloud.ts";

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startSmallCloud();
});
afterAll(() => cloud.stop());

describe("the issuer", () => {
  it("signs a user in by the code flow, with tokens in Cognito's format", async () => {
    const { accessToken, idToken } = await cloud.signIn("tine-team");
    const keys = createRemoteJWKSet(new URL(`${cloud.issuerUrl}/jwks`));

    const { payload } = await jwtVerify(accessToken, keys, { issuer: cloud.issuerUrl });

    expect(payload).toMatchObject({
      "cognito:groups": ["led-team"],
      token_use: "access",
      client_id: some(String),
      sub: "tine-team",
    });
    expect(payload).not.toHaveProperty("aud");
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(15 * 60);
    expect(decodeJwt(idToken)).toMatchObject({
      "cognito:groups": ["led-team"],
      email: "tine-team@local.example",
      name: textWith("fictief"),
    });
  });

  it("follows the virtual clock", async () => {
    await cloud.advance(90 * 86_400_000);

    const { iat } = decodeJwt((await cloud.signIn("tom-team")).accessToken);

    expect(Math.abs((iat ?? 0) * 1000 - cloud.clock.now())).toBeLessThan(10_000);
  });

  it("refuses an unregistered address, and a request without PKCE", async () => {
    const [client_id] = [String(decodeJwt((await cloud.signIn("tom-team")).accessToken)["client_id"])];
    const ask = async (more: Record<string, string>) => {
      const query = new URLSearchParams({
        client_id,
        response_type: "code",
        scope: "openid",
        redirect_uri: "https://example.org/callback",
        ...more,
      });
      const answer = await fetch(`${cloud.issuerUrl}/auth?${query.toString()}`, { redirect: "manual" });
      return `${answer.headers.get("location")} ${await answer.text()}`;
    };

    expect(await ask({ redirect_uri: "https://evil.example/" })).toContain("invalid_redirect_uri");
    expect(await ask({})).toContain("invalid_request");
  });

  it("shows its users as buttons, and signs in nobody by a GET", async () => {
    const query = new URLSearchParams({
      client_id: String(decodeJwt((await cloud.signIn("tom-team")).accessToken)["client_id"]),
      response_type: "code",
      scope: "openid",
      redirect_uri: "https://example.org/callback",
      code_challenge: "x".repeat(43),
      code_challenge_method: "S256",
    });
    const first = await fetch(`${cloud.issuerUrl}/auth?${query.toString()}`, { redirect: "manual" });
    const cookie = first.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");

    const page = await (
      await fetch(new URL(first.headers.get("location") ?? "", cloud.issuerUrl), { headers: { cookie } })
    ).text();

    expect(page).toContain('<form method="post">');
    expect(page.match(/<button name="user"/g)).toHaveLength(3);
  });
});
