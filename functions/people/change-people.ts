import type * as z from "zod";
import { type Instant, toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { fieldsAreInOrder } from "../domain/fields-are-in-order.ts";
import { validFields } from "../domain/known-fields.ts";
import { noNationalNumber } from "../domain/no-national-number.ts";
import type { Actor, PersonPart } from "../domain/people.ts";
import { changesOfPeople, type PersonMove, withPeople } from "../domain/people-moves.ts";
import type { Clock, NewId, Suppressions } from "../domain/ports.ts";
import type { Reason } from "../domain/verdict.ts";
import { allOf } from "../domain/verdict.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { leaveToFollowUp } from "../dossiers/leave-to-follow-up.ts";
import { PERSON_FORMS } from "./person-form.ts";
import { type PeopleChange, planChange } from "./plan-change.ts";
import type { TellPeople } from "./tell-people.ts";

/** A posted change. Without `fields` the person is removed. */
export type ProposedPeopleChange = {
  part: PersonPart;
  fields?: Record<string, unknown>;
  seen?: string;
  /** The person confirmed that a number is not a national register number. */
  noNationalNumber?: boolean;
};
export type ChangePeopleResult =
  /** `isNew`: this call changed something. */
  | { status: "changed"; dossier: Dossier; isNew: boolean }
  | { status: "refused"; problems: readonly z.core.$ZodIssue[]; reasons: Reason[] };
export type ChangePeople = (
  dossierId: string,
  change: ProposedPeopleChange,
  by: Actor,
) => Promise<ChangePeopleResult>;

type Deps = {
  changeDossier: ChangeDossier;
  tellPeople: TellPeople;
  /** Where the LED team changes people. */
  suppressions?: Suppressions;
  now: Clock;
  newId: NewId;
};

type Checked = { refusal: Extract<ChangePeopleResult, { status: "refused" }> } | { change: PeopleChange };

/** Checks the shape and the values of a change. */
function check({ part, seen, ...proposed }: ProposedPeopleChange, now: Instant): Checked {
  const form = PERSON_FORMS[part];
  const parsed = proposed.fields ? form.safeParse(proposed.fields) : undefined;
  const fields = parsed?.data ?? validFields(form, proposed.fields ?? {});
  const verdict = allOf(
    fieldsAreInOrder(form, fields, { now }),
    noNationalNumber(proposed.noNationalNumber ? {} : fields),
  );
  const problems = parsed?.error?.issues ?? [];
  return problems.length > 0 || !verdict.allowed
    ? { refusal: { status: "refused", problems, reasons: verdict.allowed ? [] : verdict.reasons } }
    : { change: { part, seen, person: parsed?.data?.person, change: parsed?.data?.change } };
}

/** The dossier as a change would leave it, without writing; undefined where the change is refused. */
export function foreseeChange(
  dossier: Dossier,
  proposed: ProposedPeopleChange,
  by: Actor,
  now: Instant,
): Dossier | undefined {
  const checked = check(proposed, now);
  if ("refusal" in checked) return undefined;
  const plan = planChange(dossier, checked.change, by, `${dossier.id}-${proposed.part}-foreseen`);
  return plan.verdict.allowed ? withPeople(dossier, plan.people, now) : undefined;
}

/**
 * Changes the people of the consumer: one conditional write, with a record for each person. Afterwards people are
 * notified and open tasks move; follow-up repeats that by a clock until it is done. SES sends to the address of a person
 * whom the LED team changed, also when it had stopped doing so.
 */
export function createChangePeople(deps: Deps): ChangePeople {
  return async (dossierId, proposed, by) => {
    const checked = check(proposed, toInstant(deps.now()));
    return "refusal" in checked ? checked.refusal : write(deps, dossierId, checked.change, by);
  };
}

async function write(
  deps: Deps,
  dossierId: string,
  change: PeopleChange,
  by: Actor,
): Promise<ChangePeopleResult> {
  const at = toInstant(deps.now());
  const personId = `${dossierId}-${change.part}-${deps.newId()}`;
  let reasons: Reason[] = [];
  let moves: PersonMove[] = [];
  const dossier = await deps.changeDossier(
    dossierId,
    (current) => {
      const plan = planChange(current, change, by, personId);
      reasons = plan.verdict.allowed ? [] : plan.verdict.reasons;
      moves = plan.verdict.allowed ? plan.moves : [];
      return moves.length === 0 ? undefined : withPeople(current, plan.people, at);
    },
    () => changesOfPeople(moves, by, at, deps.newId),
  );
  if (reasons.length > 0) return { status: "refused", problems: [], reasons };
  if (moves.length > 0)
    await leaveToFollowUp(async () => {
      for (const { to } of moves) if (to) await deps.suppressions?.lift(to.email);
      await deps.tellPeople(dossier);
    });
  return { status: "changed", dossier, isNew: moves.length > 0 };
}
