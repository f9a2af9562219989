import type * as z from "zod";
import { dateOf, toInstant } from "../domain/calendar.ts";
import { Conflict } from "../domain/errors.ts";
import { fieldsAreInOrder } from "../domain/fields-are-in-order.ts";
import type { Clock, Staff } from "../domain/ports.ts";
import type { Member, Substitution } from "../domain/staff.ts";
import { allOf, type Reason } from "../domain/verdict.ts";
import { periodIsInOrder } from "./period-is-in-order.ts";
import { roleIsOnesOwn } from "./role-is-ones-own.ts";
import { substituteIsAColleague } from "./substitute-is-a-colleague.ts";
import { SubstitutionForm } from "./substitution-form.ts";
import { substitutionIsNew } from "./substitution-is-new.ts";
import { substitutionMayEnd } from "./substitution-may-end.ts";

type Refused = { status: "refused"; problems: readonly z.core.$ZodIssue[]; reasons: Reason[] };
export type NameSubstituteResult = { status: "named"; substitution: Substitution } | Refused;
/** `id` of the substitution. The same request again is idempotent. */
export type NameSubstitute = (
  fields: Record<string, unknown>,
  by: Member,
  id: string,
) => Promise<NameSubstituteResult>;
export type EndSubstitutionResult =
  { status: "ended" } | { status: "unknown" } | { status: "refused"; reasons: Reason[] };
export type EndSubstitution = (id: string, by: Member) => Promise<EndSubstitutionResult>;

type Deps = { staff: Staff; now: Clock };

/** Names a substitute for a role of the actor. */
export function createNameSubstitute({ staff, now }: Deps): NameSubstitute {
  return async (fields, by, given) => {
    const parsed = SubstitutionForm.safeParse(fields);
    if (!parsed.success) return { status: "refused", problems: parsed.error.issues, reasons: [] };
    const { role, substitute: subject, from, until } = parsed.data;
    const at = toInstant(now());
    const today = dateOf(at);
    const colleague = (await staff.listColleagues()).find((known) => known.subject === subject);
    const known = await staff.listSubstitutions(today);
    const id = `${until}-${given}`;
    const before = known.find((substitution) => substitution.id === id);
    if (before) return { status: "named", substitution: before };
    const verdict = allOf(
      roleIsOnesOwn(role, by),
      substituteIsAColleague(colleague, by),
      fieldsAreInOrder(SubstitutionForm, parsed.data, { now: at }),
      periodIsInOrder(from, until, today),
      substitutionIsNew({ role, from, until, substitute: subject, of: by.subject }, known),
    );
    if (!verdict.allowed || !colleague)
      return { status: "refused", problems: [], reasons: verdict.allowed ? [] : verdict.reasons };
    const substitution: Substitution = {
      id,
      role,
      of: { id: by.subject, name: by.name },
      substitute: { id: colleague.subject, name: colleague.name },
      from,
      until,
      at,
    };
    await staff.addSubstitution(substitution);
    return { status: "named", substitution };
  };
}

/** Ends a substitution early, at once. Idempotent. */
export function createEndSubstitution({ staff, now }: Deps): EndSubstitution {
  return async (id, by) => {
    const at = toInstant(now());
    const substitution = (await staff.listSubstitutions(dateOf(at))).find((known) => known.id === id);
    if (!substitution) return { status: "unknown" };
    const verdict = substitutionMayEnd(substitution, by);
    if (!verdict.allowed) return { status: "refused", reasons: verdict.reasons };
    if (substitution.ended) return { status: "ended" };
    try {
      await staff.endSubstitution(id, { at, by: { id: by.subject, name: by.name } });
    } catch (error) {
      // Ended concurrently by somebody else.
      if (!(error instanceof Conflict)) throw error;
    }
    return { status: "ended" };
  };
}
