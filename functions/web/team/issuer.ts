import * as oidc from "openid-client";
import { RetryLater } from "../../domain/errors.ts";
import type { Role } from "../../domain/people.ts";

/** A program that calls the API in its own name; its access tokens must have the scope, if there is one. */
export type Program = { name: string; role: Role; clientId: string; scope?: string };

/** The OpenID Connect issuer, from the configuration. */
export type IssuerSettings = {
  issuer: string;
  clientId: string;
  /** Read at each use; undefined for a public client. */
  clientSecret: () => Promise<string | undefined>;
  scopes: string;
  rolesClaim: string;
  /** Code of this organisation, where the issuer writes roles with such a code. */
  organisationCode?: string;
  clientClaim: "client_id" | "aud";
  programs: readonly Program[];
  /** Endpoint that ends the issuer's own session, and the parameter with the return address. */
  signOut?: { endpoint: string; returnParameter: string };
};

/** In seconds: a request of the site gets its answer before API Gateway gives up, also after several questions. */
const TIMEOUT = 5;

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Plain http is allowed only for an issuer on this machine. */
const isOnThisMachine = ({ protocol, hostname }: URL) => protocol === "http:" && LOOPBACK.includes(hostname);

export type FindIssuer = () => Promise<oidc.Configuration>;

/** The issuer's discovery document, read once and cached; read again after a failure. */
export function createFindIssuer(settings: IssuerSettings): FindIssuer {
  let found: Promise<oidc.Configuration> | undefined;
  const discover = async () => {
    const server = new URL(settings.issuer);
    const secret = await settings.clientSecret();
    const authentication = secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret);
    const execute = isOnThisMachine(server) ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(server, settings.clientId, undefined, authentication, {
      execute,
      timeout: TIMEOUT,
    });
  };
  return async () => {
    found ??= discover();
    try {
      return await found;
    } catch (cause) {
      found = undefined;
      throw new RetryLater("ISSUER_UNAVAILABLE", {}, cause);
    }
  };
}
