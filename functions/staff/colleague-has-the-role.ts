import type { CalendarDate } from "../domain/calendar.ts";
import type { Audience } from "../domain/people.ts";
import { type Colleague, type Substitution, withSubstitutions } from "../domain/staff.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/** The colleagues who have a role today, themselves or as a substitute. */
export const colleaguesWith = (
  audience: Audience,
  colleagues: readonly Colleague[],
  substitutions: readonly Substitution[],
  today: CalendarDate,
): Colleague[] =>
  colleagues
    .map((colleague) => withSubstitutions(colleague, substitutions, today))
    .filter(({ roles }) => roles.some((role) => role === audience));

/**
 * CLAIM-03: a task is handed over to a colleague who has signed in and has its role, themselves or as a substitute
 * today.
 * Source: the process, "At any moment": absence of a team member.
 */
export const colleagueHasTheRole = (to: string, candidates: readonly Colleague[]): Verdict =>
  candidates.some(({ subject }) => subject === to)
    ? allowed
    : refused("CLAIM-03", "Kies een collega die deze rol heeft en zich al eens aanmeldde.", "to");
