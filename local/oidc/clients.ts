import * as z from "zod";
import type { Template } from "../template/template.ts";

const Client = z.looseObject({
  ClientName: z.string().optional(),
  GenerateSecret: z.boolean().default(false),
  AllowedOAuthFlows: z.array(z.string()).default(["code"]),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  AllowedOAuthScopes: z.array(z.string()).default(["openid"]),
  AccessTokenValidity: z.coerce.number().default(1),
  IdTokenValidity: z.coerce.number().default(1),
  RefreshTokenValidity: z.coerce.number().default(30),
  TokenValidityUnits: z
    .looseObject({
      AccessToken: z.string().default("hours"),
      IdToken: z.string().default("hours"),
      RefreshToken: z.string().default("days"),
    })
    .prefault({}),
});
const Group = z.looseObject({ GroupName: z.string(), Description: z.string().default("") });

/** A client of the user pool. Lifetimes are in seconds. */
export type OidcClient = {
  clientId: string;
  name?: string;
  /** Of a client for a program; the others are public. */
  secret?: string;
  flows: string[];
  redirectUris: string[];
  logoutUris: string[];
  scopes: string[];
  lifetimes: { accessToken: number; idToken: number; refreshToken: number };
};

const SECONDS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** The clients of the template's user pools. `rewrite` makes their addresses local, `secretOf` their secrets. */
export function clientsOf(
  template: Template,
  rewrite: (text: string) => string,
  secretOf: (clientId: string) => string,
): OidcClient[] {
  return template.ofType("AWS::Cognito::UserPoolClient", Client).map(({ physical, properties }) => {
    const { TokenValidityUnits: units } = properties;
    return {
      clientId: physical.ref,
      flows: properties.AllowedOAuthFlows,
      ...(properties.ClientName !== undefined && { name: properties.ClientName }),
      ...(properties.GenerateSecret && { secret: secretOf(physical.ref) }),
      redirectUris: properties.CallbackURLs.map(rewrite),
      logoutUris: properties.LogoutURLs.map(rewrite),
      scopes: properties.AllowedOAuthScopes,
      lifetimes: {
        accessToken: properties.AccessTokenValidity * (SECONDS[units.AccessToken] ?? 3600),
        idToken: properties.IdTokenValidity * (SECONDS[units.IdToken] ?? 3600),
        refreshToken: properties.RefreshTokenValidity * (SECONDS[units.RefreshToken] ?? 86_400),
      },
    };
  });
}

export function groupsOf(template: Template): string[] {
  return template.ofType("AWS::Cognito::UserPoolGroup", Group).map(({ properties }) => properties.GroupName);
}
