import { type RestApi, restApisOf } from "../api-gateway/routes.ts";
import { LocalServer } from "../gateway/server.ts";
import { clientsOf, groupsOf, type OidcClient } from "../oidc/clients.ts";
import { Issuer } from "../oidc/issuer.ts";
import { type LocalUser, usersFor } from "../oidc/users.ts";
import { addressesOf } from "./addresses.ts";
import type { Foundation } from "./foundation.ts";
import { portsFrom } from "./ports.ts";
import { Smtp } from "./smtp.ts";

export type Site = { api: RestApi; server: LocalServer };
/** All addresses of the local cloud. */
export type Network = {
  gateway: LocalServer;
  console: LocalServer;
  sites: Site[];
  issuer: Issuer;
  smtp: Smtp;
  clients: OidcClient[];
  users: LocalUser[];
  /** Replaces addresses on AWS by local ones. */
  rewrite: (text: string) => string;
  close(): Promise<void>;
};

export async function openNetwork(foundation: Foundation, firstPort: number): Promise<Network> {
  const { template, state, offset } = foundation;
  const ports = portsFrom(firstPort);
  const servers: { close(): Promise<void> }[] = [];
  const listen = async (port: number) => {
    const server = await LocalServer.listen(port);
    servers.push(server);
    return server;
  };
  try {
    const sites: Site[] = [];
    for (const [index, api] of restApisOf(template).entries())
      sites.push({ api, server: await listen(index === 0 ? ports.site : ports.further(index)) });
    const [consoleServer, gateway] = [await listen(ports.console), await listen(ports.gateway)];
    const siteOf = (id: string) => sites.find(({ api }) => api.id === id)?.server.url ?? "";
    const smtp = await Smtp.listen(ports.smtp);
    servers.push(smtp);
    const before = addressesOf(template, { siteOf, gateway: gateway.url, issuer: "" });
    const clients = clientsOf(template, before, (id) => state.secret(`client ${id}`));
    const users = usersFor(groupsOf(template));
    const issuer = await Issuer.start({ port: ports.issuer, offset, state, clients, users });
    const rewrite = addressesOf(template, { siteOf, gateway: gateway.url, issuer: issuer.url });
    const close = async () => {
      await Promise.all([...servers.map((server) => server.close()), issuer.stop()]);
    };
    return { gateway, console: consoleServer, sites, issuer, smtp, clients, users, rewrite, close };
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()));
    throw error;
  }
}
