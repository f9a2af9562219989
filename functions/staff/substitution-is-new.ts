import type { Substitution } from "../domain/staff.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

type Asked = Pick<Substitution, "role" | "from" | "until"> & { substitute: string; of: string };

/**
 * SUBSTITUTE-04: the same colleague is named once for the same role and days, so that ending the substitution ends it.
 * Source: the process, "At any moment": absence of a team member; design, rule 2.
 */
export const substitutionIsNew = (asked: Asked, known: readonly Substitution[]): Verdict =>
  known.some(
    ({ role, of, substitute, from, until, ended }) =>
      !ended &&
      role === asked.role &&
      of.id === asked.of &&
      substitute.id === asked.substitute &&
      from <= asked.until &&
      asked.from <= until,
  )
    ? refused("SUBSTITUTE-04", "Deze collega vervangt je in die dagen al.", "substitute")
    : allowed;
