import * as oidc from "openid-client";
import { RetryLater } from "../../domain/errors.ts";

/** Whom people sign in with, by configuration. */
export type IssuerSettings = {
  issuer: string;
  clientId: string;
  /** Asked for when it is needed; undefined for a public client. */
  clientSecret: () => Promise<string | undefined>;
  scopes: string;
  rolesClaim: string;
  /** Our own, where the issuer writes roles with the code of an organisation. */
  organisationCode?: string;
  clientClaim: "client_id" | "aud";
  /** Where its own session is ended, and the parameter that says where to come back to. */
  signOut?: { endpoint: string; returnParameter: string };
};

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Plain http is for an issuer on this very machine only. */
const isOnThisMachine = ({ protocol, hostname }: URL) => protocol === "http:" && LOOPBACK.includes(hostname);

export type FindIssuer = () => Promise<oidc.Configuration>;

/** The issuer's own description of itself, read once and kept; read again after it could not be read. */
export function createFindIssuer(settings: IssuerSettings): FindIssuer {
  let found: Promise<oidc.Configuration> | undefined;
  const discover = async () => {
    const server = new URL(settings.issuer);
    const secret = await settings.clientSecret();
    const authentication = secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret);
    const execute = isOnThisMachine(server) ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(server, settings.clientId, undefined, authentication, { execute });
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
