import { Duration } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import type { Role } from "../../functions/domain/people.ts";

/** Identifier of the resource server, and with it the first part of each scope. Tokens in use have it. */
const API = "led-onboarding";

type Program = { name: string; role: Role };
export type RegisteredProgram = Program & { clientId: string; scope: string };

/**
 * A client with a secret for each program, which gets tokens by client credentials with the scope of its own role only.
 * Cognito keeps the secret: read it with `aws cognito-idp describe-user-pool-client` (docs/deploy.md).
 */
export function addPrograms(pool: cognito.UserPool, programs: readonly Program[]): RegisteredProgram[] {
  if (programs.length === 0) return [];
  const roles = [...new Set(programs.map(({ role }) => role))].sort();
  const scopes = new Map(
    roles.map((role) => [
      role,
      new cognito.ResourceServerScope({ scopeName: role, scopeDescription: `The admin API as ${role}` }),
    ]),
  );
  const api = pool.addResourceServer("Api", { identifier: API, scopes: [...scopes.values()] });
  return programs.flatMap(({ name, role }) => {
    const scope = scopes.get(role);
    if (!scope) return [];
    const client = pool.addClient(`Program-${name}`, {
      userPoolClientName: name,
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: [cognito.OAuthScope.resourceServer(api, scope)],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: Duration.minutes(15),
      enableTokenRevocation: true,
    });
    return [{ name, role, clientId: client.userPoolClientId, scope: `${API}/${role}` }];
  });
}
