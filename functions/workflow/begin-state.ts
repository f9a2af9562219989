import * as z from "zod";
import { STATES, type StateName } from "../../statemachine/contract.ts";
import { toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { GiveUp, Withdrawn } from "../domain/errors.ts";
import type { Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import { findDossier } from "./change-dossier.ts";

const STATE_NAMES = Object.keys(STATES).filter((name): name is StateName => Object.hasOwn(STATES, name));

/** What every state hands to its function (statemachine/contract.ts). */
export const StatePayload = z.object({
  state: z.enum(STATE_NAMES),
  dossierId: z.string(),
  run: z.int().min(1),
  previous: z.string().nullable(),
});
export type StatePayload = z.infer<typeof StatePayload>;

export type BeginState = (payload: StatePayload, also?: { closing: boolean }) => Promise<Dossier>;

/**
 * The start of every state: marks the decision that led here as consumed, and reads the dossier. An execution that is
 * not the dossier's current one changes nothing (GiveUp); a dossier that is being withdrawn goes no further
 * (Withdrawn), except into its closing.
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
  return async ({ dossierId, run, previous }, also = { closing: false }) => {
    const dossier = await findDossier(dossiers, dossierId);
    if (run !== dossier.run)
      throw new GiveUp("RUN_IS_OLD", { dossier: dossierId, run, current: dossier.run });
    if (previous !== null) await tasks.markConsumed(dossierId, previous, toInstant(now()));
    if (dossier.closing && !also.closing) throw new Withdrawn({ dossier: dossierId });
    return dossier;
  };
}
