/** The OpenID Connect issuer, in a separate thread so that its `Date` follows the virtual clock. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { flushCompileCache } from "node:module";
import { text } from "node:stream/consumers";
import { parentPort, workerData } from "node:worker_threads";
import type Provider from "oidc-provider";
import * as z from "zod";
import { isDictionary } from "../foundation/json.ts";
import { followClock } from "../foundation/virtual-date.ts";
import { createProvider, type IssuerOptions } from "./provider.ts";
import { signInPage } from "./sign-in-page.ts";

export type IssuerData = { port: number; offset: Float64Array; options: Omit<IssuerOptions, "url"> };
const IssuerData = z.custom<IssuerData>(isDictionary);

const data = IssuerData.parse(workerData);
followClock(data.offset);

let provider: Provider | undefined;
let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;

const server = createServer((request, response) => {
  respond(request, response).catch((error: unknown) => {
    response.writeHead(400, { "content-type": "text/plain; charset=utf-8" }).end(String(error));
  });
});
server.once("error", (error) => parentPort?.postMessage({ error: error.message }));
server.listen(data.port, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  provider = createProvider({ ...data.options, url: `http://127.0.0.1:${port}` });
  handle = provider.callback();
  parentPort?.postMessage({ port });
  flushCompileCache();
});

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (url.pathname.startsWith("/interaction/")) return interact(request, response);
  if (url.pathname === "/logout") return logOut(url, response);
  await handle(request, response);
}

/** GET lists the people; only a POST signs in. */
async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { users } = data.options;
  if (request.method === "POST") {
    const chosen = new URLSearchParams(await text(request)).get("user");
    const user = users.find(({ id }) => id === chosen);
    if (!user) throw new Error("No such local user");
    await provider?.interactionFinished(request, response, { login: { accountId: user.id } });
    return;
  }
  await provider?.interactionDetails(request, response);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(await signInPage(users));
}

/** Cognito's own logout endpoint: ends the session and redirects to a registered address of the client. */
function logOut(url: URL, response: ServerResponse): void {
  const target = url.searchParams.get("logout_uri") ?? "";
  const client = data.options.clients.find(({ clientId }) => clientId === url.searchParams.get("client_id"));
  if (!client?.logoutUris.includes(target))
    throw new Error("logout_uri is not one of the client's logout URLs");
  const gone = ["_session", "_session.sig"].map(
    (name) => `${name}=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT`,
  );
  response.writeHead(302, { location: target, "set-cookie": gone }).end();
}
