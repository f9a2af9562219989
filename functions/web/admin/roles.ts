import { type Role, ROLES } from "../../domain/people.ts";

/**
 * The roles that a claim gives. Issuers write a role as its bare name (the groups of Cognito) or followed by the code of
 * the organisation it is held in, "led-team:OVO000123" (ACM/IDM); one as a text, more as a list. What is no role of ours
 * is passed over.
 */
export function rolesIn(claims: Record<string, unknown>, claim: string): Role[] {
  const value = claims[claim];
  const named = (Array.isArray(value) ? value : [value]).map((entry) =>
    typeof entry === "string" ? entry.split(":")[0] : undefined,
  );
  return ROLES.filter((role) => named.includes(role));
}
