import Provider, { type ClientMetadata, type Configuration, errors, type JWKS } from "oidc-provider";
import type { OidcClient } from "./clients.ts";
import type { LocalUser } from "./users.ts";

/** Settings of the issuer, passed to its thread. */
export type IssuerOptions = {
  url: string;
  clients: OidcClient[];
  users: LocalUser[];
  jwks: JWKS;
  cookieKey: string;
};

const GROUPS = "cognito:groups";
const FALLBACK = { accessToken: 3600, idToken: 3600, refreshToken: 30 * 86_400 };

/** An issuer that behaves like a Cognito user pool: the code flow with PKCE, and JWT access tokens with groups. */
export function createProvider({ url, clients, users, jwks, cookieKey }: IssuerOptions): Provider {
  const lifetimes = (clientId: string | undefined) =>
    clients.find((client) => client.clientId === clientId)?.lifetimes ?? FALLBACK;
  const groupsOf = (accountId: unknown) => users.find(({ id }) => id === accountId)?.groups ?? [];
  // A resource server's scopes have a slash; only programs may ask them.
  const ofApis = [...new Set(clients.flatMap(({ scopes }) => scopes.filter((scope) => scope.includes("/"))))];
  const scopes = ["openid", "email", "profile", "phone", "offline_access", ...ofApis];
  const configuration: Configuration = {
    clients: clients.map(metadataOf),
    jwks,
    cookies: { keys: [cookieKey] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ["sub", GROUPS, "token_use"], email: ["email", "email_verified"], profile: ["name"] },
    scopes,
    ttl: {
      AccessToken: (_ctx, _token, client) => lifetimes(client.clientId).accessToken,
      ClientCredentials: (_ctx, _token, client) => lifetimes(client.clientId).accessToken,
      IdToken: (_ctx, _token, client) => lifetimes(client.clientId).idToken,
      RefreshToken: (_ctx, _token, client) => lifetimes(client.clientId).refreshToken,
      AuthorizationCode: 300,
      Interaction: 3600,
      Session: 12 * 3600,
      Grant: 30 * 86_400,
    },
    findAccount: (_ctx, id) => {
      const user = users.find((one) => one.id === id);
      return user && { accountId: id, claims: () => ({ ...claimsOf(user), token_use: "id" }) };
    },
    extraTokenClaims: (_ctx, token) =>
      "accountId" in token
        ? { [GROUPS]: groupsOf(token.accountId), token_use: "access", username: token.accountId }
        : { token_use: "access" },
    formats: { customizers: { jwt: (_ctx, _token, { payload }) => hideAudience(payload) } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    // The default of a user pool.
    rotateRefreshToken: false,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed("refresh_token"),
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope("openid email profile");
      grant.addResourceScope(url, "openid email profile");
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      revocation: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => url,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource, client) => {
          if (resource !== url) throw new errors.InvalidTarget();
          const accessTokenTTL = lifetimes(client.clientId).accessToken;
          const scope = ["openid email profile", ...ofApis].join(" ");
          return { scope, audience: url, accessTokenTTL, accessTokenFormat: "jwt" };
        },
      },
    },
  };
  return new Provider(url, configuration);
}

/** Cognito's access tokens have no audience. The library requires one, but writes only enumerable properties. */
function hideAudience(payload: object): void {
  const value: unknown = Reflect.get(payload, "aud");
  Object.defineProperty(payload, "aud", { value, writable: true, enumerable: false });
}

const metadataOf = (client: OidcClient): ClientMetadata =>
  client.secret === undefined ? metadataOfSite(client) : metadataOfProgram(client, client.secret);

const metadataOfSite = ({ clientId, redirectUris, logoutUris }: OidcClient): ClientMetadata => ({
  client_id: clientId,
  token_endpoint_auth_method: "none",
  redirect_uris: redirectUris,
  post_logout_redirect_uris: logoutUris,
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
});

const metadataOfProgram = ({ clientId, scopes }: OidcClient, secret: string): ClientMetadata => ({
  client_id: clientId,
  client_secret: secret,
  token_endpoint_auth_method: "client_secret_basic",
  redirect_uris: [],
  grant_types: ["client_credentials"],
  response_types: [],
  scope: scopes.join(" "),
});

const claimsOf = ({ id, name, email, groups }: LocalUser) => ({
  sub: id,
  name,
  email,
  email_verified: true,
  [GROUPS]: groups,
});
