import type { Role } from "../../domain/people.ts";
import { Refusal } from "./refusals.ts";

export function mustHaveRole(permission: readonly string[], { roles }: { roles: readonly Role[] }): void {
  if (!roles.some((role) => permission.includes(role))) throw new Refusal("no-role");
}
