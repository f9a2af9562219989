import * as z from "zod";
import { STATE_NAMES } from "../../statemachine/contract.ts";
import { toInstant } from "../domain/calendar.ts";
import { type Dossier, isUnderWay, withdrawalOf } from "../domain/dossier.ts";
import { GiveUp, Withdrawn } from "../domain/errors.ts";
import type { Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import { findDossier } from "../dossiers/change-dossier.ts";

/** Payload of every state (statemachine/contract.ts). */
export const StatePayload = z.object({
  state: z.enum(STATE_NAMES),
  dossierId: z.string(),
  run: z.int().min(1),
  previous: z.string().nullable(),
});
export type StatePayload = z.infer<typeof StatePayload>;

/**
 * Statuses that a state accepts besides a dossier under way: one that is closing, one that the state itself moved to in
 * use, or a parked one.
 */
export type AlsoTakes = { closing?: boolean; inUse?: boolean; parked?: boolean };
export type BeginState = (payload: StatePayload, also?: AlsoTakes) => Promise<Dossier>;

/**
 * Start of every state: marks the decision that led to it as consumed, and reads the dossier. Refuses a dossier that
 * does not belong to this execution (mustGoOn).
 */
export function createBeginState({
  dossiers,
  tasks,
  now,
}: {
  dossiers: Dossiers;
  tasks: HumanTasks;
  now: Clock;
}): BeginState {
  return async (payload, also = {}) => {
    const { dossierId, previous } = payload;
    const dossier = await findDossier(dossiers, dossierId);
    mustWaitFor(dossier, payload, also);
    if (previous !== null) await tasks.markConsumed(dossierId, previous, toInstant(now()));
    mustNotClose(dossier, also);
    return dossier;
  };
}

/**
 * Throws where the dossier does not belong to this execution: GiveUp where another execution is current, or where the
 * dossier was parked, closed or returned to in use; Withdrawn where it is being withdrawn. Every state's write to the
 * dossier checks this again, because it must not overwrite a person's act.
 */
export function mustGoOn(dossier: Dossier, payload: StatePayload, also: AlsoTakes = {}): void {
  mustWaitFor(dossier, payload, also);
  mustNotClose(dossier, also);
}

function mustWaitFor(dossier: Dossier, { run }: StatePayload, { closing, inUse, parked }: AlsoTakes): void {
  const { id, status } = dossier;
  if (run !== dossier.run) throw new GiveUp("RUN_IS_OLD", { dossier: id, run, current: dossier.run });
  const isTaken = (inUse && status === "IN_USE") || (parked && status === "PARKED");
  if (!isUnderWay(dossier) && !closing && !isTaken)
    throw new GiveUp("DOSSIER_NOT_UNDER_WAY", { dossier: id, status });
}

function mustNotClose(dossier: Dossier, { closing }: AlsoTakes): void {
  if (withdrawalOf(dossier) && !closing) throw new Withdrawn({ dossier: dossier.id });
}
