import { once } from "node:events";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { Configuration } from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFindIssuer, type IssuerSettings } from "../../functions/web/team/issuer.ts";
import { createSignIn } from "../../functions/web/team/sign-in.ts";
import { rolesIn } from "../../functions/web/team/roles.ts";
import { createVerifyBearer } from "../../functions/web/team/bearer.ts";
import { Refusal } from "../../functions/web/http/refusals.ts";
import type { OidcClient } from "../../local/oidc/clients.ts";
import { Issuer } from "../../local/oidc/issuer.ts";
import { signIn as localSignIn } from "../../local/oidc/sign-in.ts";
import { usersFor } from "../../local/oidc/users.ts";
import { State } from "../../local/foundation/state.ts";
import { CookieJar } from "tough-cookie";
import * as z from "zod";

const CALLBACK = "https://led.example/live/admin/sign-in/callback";
const CLIENT: OidcClient = {
  clientId: "admin",
  flows: ["code"],
  redirectUris: [CALLBACK],
  logoutUris: [],
  scopes: ["openid", "email", "profile"],
  lifetimes: { accessToken: 900, idToken: 900, refreshToken: 900 },
};

const PROGRAM: OidcClient = {
  clientId: "reports-client",
  secret: "secret-of-the-program",
  flows: ["client_credentials"],
  redirectUris: [],
  logoutUris: [],
  scopes: ["led-onboarding/led-team"],
  lifetimes: { accessToken: 900, idToken: 900, refreshToken: 900 },
};

let state: State;
let issuer: Issuer;
let settings: IssuerSettings;

beforeAll(async () => {
  state = new State();
  const users = usersFor(["led-team", "led-dpo"]);
  const offset = new Float64Array(new SharedArrayBuffer(8));
  issuer = await Issuer.start({ port: 0, offset, state, clients: [CLIENT, PROGRAM], users });
  settings = {
    issuer: issuer.url,
    clientId: CLIENT.clientId,
    clientSecret: async () => undefined,
    scopes: CLIENT.scopes.join(" "),
    rolesClaim: "cognito:groups",
    clientClaim: "client_id",
    programs: [],
  };
});
afterAll(async () => {
  await issuer.stop();
  state.close();
});

/** Signs in on the issuer's pages as this user, up to the callback. */
async function signInAtIssuer(start: string, user: string): Promise<string> {
  const cookies = new CookieJar();
  let address = start;
  for (let step = 0; step < 10 && !address.startsWith(CALLBACK); step++) {
    const isForm = address.includes("/interaction/");
    const response = await fetch(address, {
      redirect: "manual",
      headers: { cookie: await cookies.getCookieString(address) },
      ...(isForm ? { method: "POST", body: new URLSearchParams({ user }) } : {}),
    });
    for (const set of response.headers.getSetCookie()) await cookies.setCookie(set, address);
    address = new URL(response.headers.get("location") ?? "", address).href;
  }
  return address;
}

describe("signing in at an issuer", () => {
  it("returns the person who signed in, with the roles in the claim", async () => {
    const signIn = createSignIn(settings, createFindIssuer(settings));
    const { address, pending } = await signIn.start(CALLBACK, "/admin");
    const back = await signInAtIssuer(address, "tine-team");

    expect(new URL(address).searchParams.get("code_challenge_method")).toBe("S256");
    expect(await signIn.finish(back, pending)).toMatchObject({
      subject: "tine-team",
      name: "Tine Team (fictief)",
      roles: ["led-team"],
    });
  });

  it("returns no role for a person without one", async () => {
    const signIn = createSignIn(settings, createFindIssuer(settings));
    const { address, pending } = await signIn.start(CALLBACK, "/admin");
    const person = await signIn.finish(await signInAtIssuer(address, "olga-onbekend"), pending);

    expect(person.roles).toEqual([]);
  });

  it("a code with another state, nonce or verifier is refused", async () => {
    const signIn = createSignIn(settings, createFindIssuer(settings));
    for (const name of ["state", "nonce", "verifier"] as const) {
      const { address, pending } = await signIn.start(CALLBACK, "/admin");
      const back = await signInAtIssuer(address, "tine-team");
      const other = { ...pending, [name]: "x".repeat(43) };
      await expect(signIn.finish(back, other)).rejects.toThrow(Refusal);
    }
  });

  it("an issuer over plain http that is not this machine is refused", async () => {
    const elsewhere = { ...settings, issuer: "http://issuer.example" };
    await expect(createFindIssuer(elsewhere)()).rejects.toThrow("ISSUER_UNAVAILABLE");
  });
});

describe("a bearer token", () => {
  it("for this client is valid for its owner", async () => {
    const { accessToken } = await localSignIn(issuer.url, CLIENT, "dirk-dpo");
    const caller = await createVerifyBearer(settings, createFindIssuer(settings))(accessToken);

    expect(caller).toMatchObject({ subject: "dirk-dpo", roles: ["led-dpo"] });
  });

  it("that is an id token, of another client, of another signer or malformed is refused", async () => {
    const { accessToken, idToken } = await localSignIn(issuer.url, CLIENT, "dirk-dpo");
    const verify = createVerifyBearer(settings, createFindIssuer(settings));
    const other = { ...settings, clientId: "other" };
    const { privateKey } = await generateKeyPair("RS256");
    const forged = await new SignJWT({ client_id: "admin", token_use: "access", sub: "x" })
      .setProtectedHeader({ alg: "RS256", kid: "local-1" })
      .setIssuer(issuer.url)
      .setExpirationTime("5m")
      .sign(privateKey);

    await expect(verify(idToken)).rejects.toThrow(Refusal);
    await expect(verify(forged)).rejects.toThrow(Refusal);
    await expect(verify("no token")).rejects.toThrow(Refusal);
    await expect(createVerifyBearer(other, createFindIssuer(other))(accessToken)).rejects.toThrow(Refusal);
  });

  it("cannot be judged while the issuer shows no keys: retry later", async () => {
    const { accessToken } = await localSignIn(issuer.url, CLIENT, "dirk-dpo");
    const withoutKeys = { issuer: issuer.url, jwks_uri: `${issuer.url}/no-keys` };
    const verify = createVerifyBearer(settings, async () => new Configuration(withoutKeys, "admin"));

    await expect(verify(accessToken)).rejects.toThrow("ISSUER_UNAVAILABLE");
  });
});

describe("a program (SIGN-03)", () => {
  const reports = { name: "reports", role: "led-team" as const, clientId: PROGRAM.clientId };
  const scope = "led-onboarding/led-team";

  const askToken = (secret: string, asked: string) =>
    fetch(`${issuer.url}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`${PROGRAM.clientId}:${secret}`).toString("base64")}` },
      body: new URLSearchParams({ grant_type: "client_credentials", scope: asked }),
    });
  const tokenOf = async () => {
    const answer = await askToken(PROGRAM.secret ?? "", scope);
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  };
  const verifyWith = (programs: IssuerSettings["programs"]) => {
    const known = { ...settings, programs };
    return createVerifyBearer(known, createFindIssuer(known));
  };

  it("that is registered has its own name and its one role", async () => {
    const verify = verifyWith([{ ...reports, scope }]);

    expect(await verify(await tokenOf())).toMatchObject({
      subject: "reports-client",
      name: "reports",
      roles: ["led-team"],
    });
  });

  it("that is not registered, or lacks the scope of its role, is refused", async () => {
    const token = await tokenOf();

    await expect(verifyWith([])(token)).rejects.toThrow(Refusal);
    await expect(verifyWith([{ ...reports, scope: "led-onboarding/led-dpo" }])(token)).rejects.toThrow(
      Refusal,
    );
  });

  it("that has a token of a person is refused", async () => {
    const { accessToken } = await localSignIn(issuer.url, CLIENT, "tine-team");

    await expect(verifyWith([{ ...reports, clientId: CLIENT.clientId }])(accessToken)).rejects.toThrow(
      Refusal,
    );
  });

  it("gets no token with another secret", async () => {
    expect((await askToken("other", scope)).status).toBe(401);
  });
});

describe("SIGN-02", () => {
  const MINUTE = 60;

  /** An issuer whose tokens are valid for a day, issued this many minutes ago. */
  async function verifyIssued(minutesAgo: number | undefined) {
    const { publicKey, privateKey } = await generateKeyPair("RS256");
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "1", alg: "RS256" }] });
    const server = createServer((_request, response) => response.end(jwks)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const url = `http://127.0.0.1:${String(typeof address === "object" ? address?.port : address)}`;
    const now = Math.floor(Date.now() / 1000);
    const token = new SignJWT({ client_id: "admin", token_use: "access", sub: "dirk-dpo" })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(url)
      .setExpirationTime(now + 24 * 60 * MINUTE);
    if (minutesAgo !== undefined) token.setIssuedAt(now - minutesAgo * MINUTE);
    const found = new Configuration({ issuer: url, jwks_uri: `${url}/keys` }, "admin");
    try {
      return await createVerifyBearer(settings, async () => found)(await token.sign(privateKey));
    } finally {
      server.close();
    }
  }

  it("a bearer token is valid for 15 minutes, however long its issuer allows", async () => {
    expect(await verifyIssued(14)).toMatchObject({ subject: "dirk-dpo" });
    await expect(verifyIssued(16)).rejects.toThrow(Refusal);
  });

  it("a bearer token without a time of issue, or with a later one, is refused", async () => {
    await expect(verifyIssued(undefined)).rejects.toThrow(Refusal);
    await expect(verifyIssued(-2)).rejects.toThrow(Refusal);
  });
});

describe("roles (SIGN-01)", () => {
  const OURS = "OVO000123";

  it.each([
    ["our own issuer", ["led-team", "visitor"], undefined, ["led-team"]],
    ["our own issuer", "led-dpo", undefined, ["led-dpo"]],
    ["our own issuer", ["led-teams", 7, null], undefined, []],
    ["our own issuer", undefined, undefined, []],
    ["our own issuer", "led-team:OVO999999", undefined, []],
    ["an issuer of many", "led-dpo:OVO000123", OURS, ["led-dpo"]],
    ["an issuer of many", [`leading-official:${OURS}`, "led-team:OVO1"], OURS, ["leading-official"]],
    ["an issuer of many", "led-team:OVO999999", OURS, []],
    ["an issuer of many", "led-team", OURS, []],
    ["an issuer of many", ["led-team:", `led-team:${OURS}:x`, `x-led-team:${OURS}`], OURS, []],
  ])("%s with claim %j and own code %s gives %j", (_, claim, organisationCode, roles) => {
    expect(rolesIn({ groups: claim }, { rolesClaim: "groups", organisationCode })).toEqual(roles);
  });
});
