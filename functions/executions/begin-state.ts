import * as z from "zod";
import { STATES, type StateName } from "../../statemachine/contract.ts";
import { toInstant } from "../domain/calendar.ts";
import { type Dossier, isUnderWay } from "../domain/dossier.ts";
import { GiveUp, Withdrawn } from "../domain/errors.ts";
import type { Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import { findDossier } from "../dossiers/change-dossier.ts";

const STATE_NAMES = Object.keys(STATES).filter((name): name is StateName => Object.hasOwn(STATES, name));

/** What every state hands to its function (statemachine/contract.ts). */
export const StatePayload = z.object({
  state: z.enum(STATE_NAMES),
  dossierId: z.string(),
  run: z.int().min(1),
  previous: z.string().nullable(),
});
export type StatePayload = z.infer<typeof StatePayload>;

/** What a state takes beside a dossier that is under way: its closing, one it left in use itself, or a parked one. */
export type AlsoTakes = { closing?: boolean; inUse?: boolean; parked?: boolean };
export type BeginState = (payload: StatePayload, also?: AlsoTakes) => Promise<Dossier>;

/**
 * The start of every state: marks the decision that led here as consumed, and reads the dossier. Refuses one that does
 * not wait for this execution (mustGoOn).
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
 * Throws where the dossier does not wait for this execution: GiveUp where another is the current one, or where it was
 * parked, closed or put back in use meanwhile, and Withdrawn where it is being withdrawn. Judged again by every write
 * of a state that moves the dossier, since what a person does in between must not be overwritten.
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
  if (dossier.closing && !closing) throw new Withdrawn({ dossier: dossier.id });
}
