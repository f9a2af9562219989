import { createServer, type Server } from "node:http";
import { decodeJwt } from "jose";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { OPS_CALLBACK } from "../../infra/ops/callback.ts";
import { createTokenOf } from "../../infra/ops/sign-in.ts";
import { State } from "../../local/foundation/state.ts";
import type { OidcClient } from "../../local/oidc/clients.ts";
import { Issuer } from "../../local/oidc/issuer.ts";
import { usersFor } from "../../local/oidc/users.ts";
import { Browser } from "../journey/browser.ts";

const lifetimes = { accessToken: 900, idToken: 900, refreshToken: 900 };
const PERSON: OidcClient = {
  ...{ clientId: "admin", flows: ["code"], redirectUris: [OPS_CALLBACK], logoutUris: [], lifetimes },
  scopes: ["openid", "email", "profile"],
};
const PROGRAM: OidcClient = {
  ...{ clientId: "reports", secret: "secret-of-the-program", flows: ["client_credentials"], lifetimes },
  ...{ redirectUris: [], logoutUris: [], scopes: ["led-onboarding/led-team"] },
};

/** The address that the command tells, once it does. */
function terminal() {
  let tell: (text: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => (tell = resolve));
  return {
    say: (text: string) => tell(text),
    told,
    address: async () => /http\S+/.exec(await told)?.[0] ?? "",
  };
}

describe("a command of ops signs in", () => {
  let state: State;
  let issuer: Issuer;
  beforeAll(async () => {
    state = new State();
    const offset = new Float64Array(new SharedArrayBuffer(8));
    const users = usersFor(["led-team"]);
    issuer = await Issuer.start({ port: 0, offset, state, clients: [PERSON, PROGRAM], users });
  });
  afterAll(async () => {
    await issuer.stop();
    state.close();
  });

  it("as a person, in a browser on the same machine, where the issuer has no devices", async () => {
    const { say, address } = terminal();
    const tokenOf = createTokenOf({ LED_ISSUER: issuer.url, LED_CLIENT_ID: PERSON.clientId }, say);
    const token = tokenOf();
    const browser = new Browser();

    const asked = await browser.open(await address());
    const back = await browser.submit(asked.form("user", "tine-team"), {}, "Tine Team");

    expect(back.text).toBe("You are signed in. Go back to the terminal.");
    expect(decodeJwt(await token)).toMatchObject({ sub: "tine-team", "cognito:groups": ["led-team"] });
    expect(tokenOf()).toBe(token);
  });

  it("as a program, with its secret and scope", async () => {
    const token = await createTokenOf(
      {
        ...{ LED_ISSUER: issuer.url, LED_CLIENT_ID: PROGRAM.clientId, LED_CLIENT_SECRET: PROGRAM.secret },
        LED_SCOPES: "led-onboarding/led-team",
      },
      () => undefined,
    )();

    expect(decodeJwt(token)).toMatchObject({ client_id: "reports", scope: "led-onboarding/led-team" });
  });

  it("not with a wrong secret, nor without settings", async () => {
    const settings = { LED_ISSUER: issuer.url, LED_CLIENT_ID: PROGRAM.clientId, LED_CLIENT_SECRET: "wrong" };

    await expect(createTokenOf(settings, () => undefined)()).rejects.toMatchObject({ code: 3 });
    await expect(createTokenOf({}, () => undefined)()).rejects.toMatchObject({ code: 2 });
  });
});

describe("at an issuer with the device flow, a command of ops signs in", () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    // The library tells which of its defaults are for development.
    for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockReturnValue();
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const provider = new Provider(url, {
      clients: [
        {
          client_id: "ops",
          token_endpoint_auth_method: "none",
          grant_types: ["urn:ietf:params:oauth:grant-type:device_code"],
          redirect_uris: [],
          response_types: [],
        },
      ],
      scopes: ["openid", "profile"],
      features: { deviceFlow: { enabled: true } },
    });
    const answer = provider.callback();
    server.on("request", (request, response) => void answer(request, response));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it("as a person, with a browser on any machine", async () => {
    const { say, told, address } = terminal();
    const token = createTokenOf({ LED_ISSUER: url, LED_CLIENT_ID: "ops" }, say)();
    const browser = new Browser();

    let page = await browser.open(await address());
    // It asks for the code, the confirmation, the sign-in and the consent, each on a page of its own.
    for (let [form] = page.forms(); form; [form] = page.forms())
      page = await browser.submit(form, form.has("login") ? { login: "tine", password: "any" } : {});

    expect(await told).toMatch(/^Open http:\S+ and confirm [A-Z]{4}-[A-Z]{4}\.$/);
    expect(await token).toMatch(/^[\w-]{20,}$/);
  });
});
