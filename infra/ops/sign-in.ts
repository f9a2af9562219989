import { createServer } from "node:http";
import * as client from "openid-client";
import { OPS_CALLBACK } from "./callback.ts";
import { Failure } from "./failure.ts";

/**
 * How a command signs in, from its environment. `LED_TOKEN`: a token that another program got. With a secret: as a
 * program (client credentials). Without: as the person at the terminal, by the device flow where the issuer has it,
 * otherwise by the code flow in a browser on this machine.
 */
export type SignInSettings = {
  LED_TOKEN?: string | undefined;
  LED_ISSUER?: string | undefined;
  LED_CLIENT_ID?: string | undefined;
  LED_CLIENT_SECRET?: string | undefined;
  LED_SCOPES?: string | undefined;
};

/** The issuer sends the browser back to this machine. Another issuer than the stack's must have it registered. */
const BACK = OPS_CALLBACK;
const PORT = Number(new URL(BACK).port);
const MOST_MINUTES = 5;

/** Gets a token once per command. `say` tells the person what to do. */
export function createTokenOf(settings: SignInSettings, say: (text: string) => void): () => Promise<string> {
  let token: Promise<string> | undefined;
  return () => (token ??= signIn(settings, say));
}

async function signIn(settings: SignInSettings, say: (text: string) => void): Promise<string> {
  if (settings.LED_TOKEN) return settings.LED_TOKEN;
  const { LED_ISSUER: issuer, LED_CLIENT_ID: id, LED_CLIENT_SECRET: secret } = settings;
  if (!issuer || !id)
    throw new Failure("usage", "Set LED_TOKEN, or LED_ISSUER and LED_CLIENT_ID (see docs/runbook.md).");
  const scope = settings.LED_SCOPES ?? (secret ? "" : "openid profile");
  try {
    const address = new URL(issuer);
    const options = address.hostname === "127.0.0.1" ? { execute: [client.allowInsecureRequests] } : {};
    const config = await client.discovery(address, id, secret, undefined, options);
    const tokens = await obtain(config, { scope, isProgram: Boolean(secret), say });
    return tokens.access_token;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("forbidden", `Signing in at ${issuer} failed: ${String(error)}`, error);
  }
}

type Asked = { scope: string; isProgram: boolean; say: (text: string) => void };

function obtain(config: client.Configuration, { scope, isProgram, say }: Asked) {
  if (isProgram) return client.clientCredentialsGrant(config, scope === "" ? {} : { scope });
  const hasDevices = config.serverMetadata().device_authorization_endpoint !== undefined;
  return hasDevices ? byDevice(config, scope, say) : byBrowser(config, scope, say);
}

async function byDevice(config: client.Configuration, scope: string, say: (text: string) => void) {
  const device = await client.initiateDeviceAuthorization(config, { scope });
  say(`Open ${device.verification_uri_complete ?? device.verification_uri} and confirm ${device.user_code}.`);
  return client.pollDeviceAuthorizationGrant(config, device);
}

async function byBrowser(config: client.Configuration, scope: string, say: (text: string) => void) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: BACK,
    scope,
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  const returned = waitForReturn();
  say(`Open this address to sign in:\n${address.href}`);
  return client.authorizationCodeGrant(config, await returned, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  });
}

/** The address with which the browser comes back. */
function waitForReturn(): Promise<URL> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const address = new URL(request.url ?? "/", BACK);
      if (!address.searchParams.has("state")) return void response.writeHead(404).end();
      response.setHeader("content-type", "text/plain; charset=utf-8");
      response.end("You are signed in. Go back to the terminal.");
      end(() => resolve(address));
    });
    const timer = setTimeout(
      () => end(() => reject(new Failure("forbidden", "Nobody signed in within five minutes."))),
      MOST_MINUTES * 60_000,
    );
    const end = (then: () => void) => {
      clearTimeout(timer);
      server.close(then);
      server.closeAllConnections();
    };
    server.on("error", (error) => reject(new Failure("usage", `Port ${PORT} is in use.`, error)));
    server.listen(PORT, "localhost");
  });
}
