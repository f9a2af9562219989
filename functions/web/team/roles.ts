import { type Role, ROLES } from "../../domain/people.ts";

/** Where an issuer writes the roles, and in which organisation they must be held. */
export type RolesSettings = { rolesClaim: string; organisationCode?: string };

/**
 * SIGN-01: a role counts when it is held in our own organisation. An issuer that serves many writes it with the code of
 * the organisation, "led-team:OVO000123" (ACM/IDM): with a code in the configuration only a role with that very code
 * counts. Without one the issuer is our own, and only a bare role counts (the groups of Cognito). One role is a text, more
 * are a list; what is no role of ours is passed over.
 * Source: domain, "A Flemish government service": roles as `Role:OrgCode`.
 */
export function rolesIn(
  claims: Record<string, unknown>,
  { rolesClaim, organisationCode }: RolesSettings,
): Role[] {
  const value = claims[rolesClaim];
  const held: unknown[] = Array.isArray(value) ? value : [value];
  return ROLES.filter((role) => held.includes(organisationCode ? `${role}:${organisationCode}` : role));
}
