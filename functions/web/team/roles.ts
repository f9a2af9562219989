import { type Role, ROLES } from "../../domain/people.ts";

/** The claim with the roles, and the organisation in which they must be held. */
export type RolesSettings = { rolesClaim: string; organisationCode?: string };

/**
 * SIGN-01: a role counts only when it is held in this organisation. An issuer for many organisations adds the code of
 * the organisation, "led-team:OVO000123" (ACM/IDM): with a code in the configuration only roles with that exact code
 * count. Without one the issuer serves this organisation only, and only bare roles count (the groups of Cognito). One
 * role may be a text, several are a list; unknown roles are ignored.
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
