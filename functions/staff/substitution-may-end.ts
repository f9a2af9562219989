import { type Member, ownRolesOf, type Substitution } from "../domain/staff.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * SUBSTITUTE-05: a substitution is ended early by the absent colleague, by the substitute, or by anybody with the role.
 * Source: the process, "At any moment": absence of a team member.
 */
export const substitutionMayEnd = ({ of, substitute, role }: Substitution, by: Member): Verdict =>
  of.id === by.subject || substitute.id === by.subject || ownRolesOf(by).includes(role)
    ? allowed
    : refused("SUBSTITUTE-05", "Deze vervanging is niet van jou en niet voor jouw rol.");
