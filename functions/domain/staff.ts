import * as z from "zod";
import type { CalendarDate } from "./calendar.ts";
import { Role } from "./people.ts";
import { storedShape } from "./stored-shape.ts";

/** Somebody of the LED who has signed in, as it was the last time. */
export const Colleague = z.object({
  subject: z.string(),
  name: z.string(),
  roles: z.array(Role),
  seenAt: z.string(),
  /** When a member of the team ended its sessions, and who did. */
  ended: z.object({ at: z.string(), by: z.string() }).optional(),
});
export type Colleague = z.infer<typeof Colleague>;
export const ColleagueShape = storedShape(Colleague);

const Named = z.object({ id: z.string(), name: z.string() });

/** While somebody is absent, another has its role too. */
export const Substitution = z.object({
  /** Starts with its last day, so that what is past needs no reading. */
  id: z.string(),
  role: Role,
  /** Who is absent, and named the substitute. */
  of: Named,
  substitute: Named,
  /** First and last day, YYYY-MM-DD. */
  from: z.string(),
  until: z.string(),
  at: z.string(),
  /** It was ended early. */
  ended: z.object({ at: z.string(), by: Named }).optional(),
});
export type Substitution = z.infer<typeof Substitution>;
export const SubstitutionShape = storedShape(Substitution);

/** Who asks, with the roles that it has now. */
export type Member = {
  subject: string;
  name: string;
  roles: Role[];
  /** Those of its own, where a substitution gives it more. */
  ownRoles?: Role[];
};

export const ownRolesOf = ({ roles, ownRoles }: Member): Role[] => ownRoles ?? roles;

export const isInEffect = ({ from, until, ended }: Substitution, today: CalendarDate): boolean =>
  !ended && from <= today && today <= until;

/** The roles that somebody has today: its own, and those of whom it substitutes. */
export function withSubstitutions<Who extends Member>(
  who: Who,
  substitutions: readonly Substitution[],
  today: CalendarDate,
): Who {
  const more = substitutions
    .filter(({ substitute }) => substitute.id === who.subject)
    .filter((substitution) => isInEffect(substitution, today))
    .map(({ role }) => role);
  return more.length === 0
    ? who
    : { ...who, ownRoles: who.roles, roles: [...new Set([...who.roles, ...more])] };
}

/** The team ended its sessions, and it has not signed in since. */
export const wasEnded = ({ seenAt, ended }: Colleague): boolean => ended !== undefined && ended.at >= seenAt;

/** The issuer gave it a role when it was last asked, and the team has not ended its sessions since. */
export const isStillColleague = (colleague: Colleague): boolean =>
  colleague.roles.length > 0 && !wasEnded(colleague);
