import * as z from "zod";
import type { CalendarDate } from "./calendar.ts";
import { Role } from "./people.ts";
import { storedShape } from "./stored-shape.ts";

/** A person of the LED, as of the last sign-in or check. */
export const Colleague = z.object({
  subject: z.string(),
  name: z.string(),
  roles: z.array(Role),
  seenAt: z.string(),
  /** When, and by which member of the team, the sessions were ended. */
  ended: z.object({ at: z.string(), by: z.string() }).optional(),
});
export type Colleague = z.infer<typeof Colleague>;
export const ColleagueShape = storedShape(Colleague);

/** The telephone number of a colleague, for the applicants of their dossiers. */
export const Telephone = z.object({ subject: z.string(), number: z.string(), at: z.string() });
export type Telephone = z.infer<typeof Telephone>;
export const TelephoneShape = storedShape(Telephone);

const Named = z.object({ id: z.string(), name: z.string() });

/** A colleague has the role of an absent colleague. */
export const Substitution = z.object({
  /** Starts with its last day, so that a query can skip past ones. */
  id: z.string(),
  role: Role,
  /** The absent colleague, who named the substitute. */
  of: Named,
  substitute: Named,
  /** First and last day, YYYY-MM-DD. */
  from: z.string(),
  until: z.string(),
  at: z.string(),
  /** Set when it was ended early. */
  ended: z.object({ at: z.string(), by: Named }).optional(),
});
export type Substitution = z.infer<typeof Substitution>;
export const SubstitutionShape = storedShape(Substitution);

/** A signed-in person, with the current roles. */
export type Member = {
  subject: string;
  name: string;
  roles: Role[];
  /** The person's own roles, when a substitution adds others. */
  ownRoles?: Role[];
  /** The absent colleagues whose tasks the person has today, each in a role. */
  substitutes?: { id: string; role: Role }[];
};

/** Whether a task is a person's: their own, or that of a colleague whom they substitute. */
export const isAssignedTo = (
  { assignee, audience }: { assignee?: { id: string } | undefined; audience: string },
  { subject, substitutes = [] }: Pick<Member, "subject" | "substitutes">,
): boolean =>
  assignee !== undefined &&
  (assignee.id === subject || substitutes.some(({ id, role }) => id === assignee.id && role === audience));

export const ownRolesOf = ({ roles, ownRoles }: Member): Role[] => ownRoles ?? roles;

export const isInEffect = ({ from, until, ended }: Substitution, today: CalendarDate): boolean =>
  !ended && from <= today && today <= until;

/** The roles of a person today: their own, and those of the colleagues they substitute. */
export function withSubstitutions<Who extends Member>(
  who: Who,
  substitutions: readonly Substitution[],
  today: CalendarDate,
): Who {
  const own = substitutions
    .filter(({ substitute }) => substitute.id === who.subject)
    .filter((substitution) => isInEffect(substitution, today));
  if (own.length === 0) return who;
  const substitutes = own.map(({ of, role }) => ({ id: of.id, role }));
  const roles = [...new Set([...who.roles, ...own.map(({ role }) => role)])];
  return { ...who, ownRoles: who.roles, roles, substitutes };
}

/** Whether the team ended the sessions, without a new sign-in since. */
export const wasEnded = ({ seenAt, ended }: Colleague): boolean => ended !== undefined && ended.at >= seenAt;

/** Whether the issuer gave a role at the last check, and the team has not ended the sessions since. */
export const isStillColleague = (colleague: Colleague): boolean =>
  colleague.roles.length > 0 && !wasEnded(colleague);
