import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { exportJWK, generateKeyPair } from "jose";
import type { JWKS } from "oidc-provider";
import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import type { State } from "../foundation/state.ts";
import type { OidcClient } from "./clients.ts";
import type { IssuerData } from "./issuer-worker.ts";
import type { LocalUser } from "./users.ts";

const Message = z.union([z.object({ port: z.number() }), z.object({ error: z.string() })]);
const Keys = z.custom<JWKS>(
  (value) => z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }).safeParse(value).success,
);

const COMPILE_CACHE = fileURLToPath(new URL("../../node_modules/.cache/local-cloud", import.meta.url));

/** The issuer that replaces the template's user pool, running in a separate thread. */
export class Issuer {
  readonly url: string;
  readonly #worker: Worker;

  private constructor(worker: Worker, url: string) {
    this.#worker = worker;
    this.url = url;
  }

  static async start(options: {
    port: number;
    offset: Float64Array;
    state: State;
    clients: OidcClient[];
    users: LocalUser[];
  }): Promise<Issuer> {
    const { port, offset, state, clients, users } = options;
    const jwks = await keys(state);
    const data: IssuerData = {
      port,
      offset,
      options: { clients, users, jwks, cookieKey: state.secret("sign-in cookies") },
    };
    const worker = new Worker(new URL("issuer-worker.ts", import.meta.url), {
      workerData: data,
      // Its code from node_modules never changes: compiled once for all local clouds.
      env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...process.env },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const listening = await new Promise<number>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("message", (message: unknown) => {
        const started = Message.parse(message);
        if ("port" in started) resolve(started.port);
        else reject(new Error(started.error));
      });
    });
    return new Issuer(worker, `http://127.0.0.1:${listening}`);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The signing key is stored: tokens and sessions remain valid after a restart. */
async function keys(state: State): Promise<JWKS> {
  const kept = state.setting("signing keys");
  if (kept !== undefined) return Keys.parse(parseJson(kept));
  const jwks = await (made ??= makeKeys());
  state.keep("signing keys", JSON.stringify(jwks));
  return jwks;
}

/** Made once per process for all local clouds: an RSA key takes up to a second. */
let made: Promise<JWKS> | undefined;

async function makeKeys(): Promise<JWKS> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return Keys.parse({
    keys: [{ ...(await exportJWK(privateKey)), kid: "local-1", use: "sig", alg: "RS256" }],
  });
}
