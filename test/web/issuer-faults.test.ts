import { once } from "node:events";
import { createServer } from "node:http";
import { allowInsecureRequests, Configuration } from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RetryLater } from "../../functions/domain/errors.ts";
import { Refusal } from "../../functions/web/http/refusals.ts";
import { createSignIn } from "../../functions/web/team/sign-in.ts";

const CALLBACK = "https://led.example/live/admin/sign-in/callback";
const PENDING = { state: "s", nonce: "n", verifier: "v".repeat(43), returnTo: "/admin" };

/** What the token endpoint answers; "cut" closes the connection. */
let answer: { status: number; body: string } | "cut" = "cut";
const server = createServer((request, response) => {
  request.resume();
  if (answer === "cut") return void request.socket.destroy();
  response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
});
let signIn: ReturnType<typeof createSignIn>;

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const issuer = `http://127.0.0.1:${String(typeof address === "object" ? address?.port : address)}`;
  const found = new Configuration({ issuer, token_endpoint: `${issuer}/token` }, "admin");
  allowInsecureRequests(found);
  const settings = {
    ...{ issuer, clientId: "admin", clientSecret: async () => undefined, scopes: "openid" },
    ...{ rolesClaim: "groups", clientClaim: "client_id" as const, programs: [] },
  };
  signIn = createSignIn(settings, async () => found);
});
afterAll(() => void server.close());

const finish = () => signIn.finish(`${CALLBACK}?code=c&state=s`, PENDING);
const renew = () => signIn.renew("refresh", "tine-team");

describe("an issuer that", () => {
  it.each([
    ["closes the connection", "cut"],
    ["is out of order", { status: 503, body: '{"error":"temporarily_unavailable"}' }],
    ["is behind a broken gateway", { status: 502, body: "<html>" }],
    ["gets too many requests", { status: 429, body: '{"error":"slow_down"}' }],
    ["waited too long for the request", { status: 408, body: '{"error":"timeout"}' }],
  ] as const)("%s refuses nobody: signing in and renewing are retried", async (_what, given) => {
    answer = given;

    await expect(finish()).rejects.toThrow(RetryLater);
    await expect(renew()).rejects.toThrow(RetryLater);
  });

  it("refuses the code or the token ends the sign-in", async () => {
    answer = { status: 400, body: '{"error":"invalid_grant"}' };

    await expect(finish()).rejects.toThrow(Refusal);
    expect(await renew()).toBeUndefined();
  });
});
