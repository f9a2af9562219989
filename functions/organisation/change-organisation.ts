import { isDeepStrictEqual } from "node:util";
import { currentAccess, renamedTo } from "../domain/access.ts";
import { addMinutes, toInstant } from "../domain/calendar.ts";
import { withClock, withoutClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Organisation } from "../domain/organisation.ts";
import type { Actor } from "../domain/people.ts";
import type { Accesses, Clock, Dossiers, NewId } from "../domain/ports.ts";
import type { Verdict } from "../domain/verdict.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import type { RescheduleTasks } from "../tasks/reschedule-tasks.ts";
import type { ChangedOrganisation } from "./organisation-fields.ts";
import { organisationMayChange } from "./organisation-may-change.ts";

export type ChangeOrganisation = (
  dossierId: string,
  changed: ChangedOrganisation,
  by: Actor,
) => Promise<Verdict>;

/** Minutes after which follow-up repeats what follows a change and may not have been done. */
const AGAIN_MINUTES = 2;

/**
 * Changes the organisation of a dossier that was renamed or merged, or whose data were wrong, with the reason. Open tasks
 * and the access in force follow; documents keep the name that they were made with.
 */
export function createChangeOrganisation(deps: {
  changeDossier: ChangeDossier;
  carryOverOrganisation: CarryOverOrganisation;
  now: Clock;
  newId: NewId;
}): ChangeOrganisation {
  return (dossierId, changed, by) => {
    const at = toInstant(deps.now());
    const { why, reason } = changed;
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) => organisationMayChange(current, changed),
      change: (current) => ({
        ...current,
        organisation: organisationOf(current, changed),
        clocks: withClock(current.clocks, "organisation", addMinutes(at, AGAIN_MINUTES)),
      }),
      records: (before) => [
        {
          ...{ id: deps.newId(), at, by, what: "organisation", from: before.organisation },
          to: { ...organisationOf(before, changed), why, reason },
        },
      ],
      then: ({ id }) => deps.carryOverOrganisation(id),
    });
  };
}

const organisationOf = (
  { organisation }: Dossier,
  { name, type, enterpriseNumber, ovoCode }: ChangedOrganisation,
): Organisation => ({
  ...{ name, type, enterpriseNumber, ovoCode },
  missingNumberReason: enterpriseNumber === undefined ? organisation.missingNumberReason : undefined,
});

export type CarryOverOrganisation = (dossierId: string) => Promise<void>;

/**
 * Writes the current organisation on what names it: the open tasks, for the inbox, and the access in force. Idempotent;
 * follow-up repeats it until the clock is cleared.
 */
export function createCarryOverOrganisation(deps: {
  dossiers: Pick<Dossiers, "findWhole">;
  accesses: Pick<Accesses, "change">;
  rescheduleTasks: RescheduleTasks;
  changeDossier: ChangeDossier;
}): CarryOverOrganisation {
  return async (dossierId) => {
    const whole = await deps.dossiers.findWhole(dossierId);
    if (!whole) return;
    const { organisation, clocks } = whole.dossier;
    await deps.rescheduleTasks(whole.dossier);
    const access = currentAccess(whole.accesses);
    const change = whole.changes.findLast(({ what }) => what === "organisation");
    if (access && change && !isDeepStrictEqual(access.organisation, organisation))
      await deps.accesses.change(renamedTo(access, organisation, change), access);
    await deps.changeDossier(dossierId, (current) =>
      current.clocks.organisation === clocks.organisation && "organisation" in current.clocks
        ? { ...current, clocks: withoutClock(current.clocks, "organisation") }
        : undefined,
    );
  };
}
