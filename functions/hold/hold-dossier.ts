import * as z from "zod";
import { toInstant } from "../domain/calendar.ts";
import { date, longText } from "../domain/fields.ts";
import { endOfHold, heldUntil, holdEnded } from "../domain/hold.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, NewId } from "../domain/ports.ts";
import { isOnHold } from "../domain/running-time.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { CarryOutHold } from "./carry-out-hold.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { holdEndIsInOrder } from "./hold-end-is-in-order.ts";
import { holdIsPossible } from "./hold-is-possible.ts";
import { storedFirst } from "../dossiers/follow-up-retries.ts";

/** What putting on hold asks: the date on which it goes on by itself, and why. */
export const HoldFields = z.object({ until: date("hold-end"), reason: longText() });
export type HoldFields = z.infer<typeof HoldFields>;

type Deps = { changeDossier: ChangeDossier; carryOutHold: CarryOutHold; now: Clock; newId: NewId };

export type HoldDossier = (dossierId: string, fields: HoldFields, by: Actor) => Promise<Verdict>;

/** Puts a dossier on hold: its clocks stand still, and its execution notices nothing. */
export function createHoldDossier(deps: Deps): HoldDossier {
  return async (dossierId, fields, by) => {
    let verdict: Verdict = allowed;
    const at = toInstant(deps.now());
    await deps.changeDossier(
      dossierId,
      (current) => {
        verdict = allOf(holdIsPossible(current, at), holdEndIsInOrder(fields.until, at));
        return verdict.allowed ? heldUntil(holdEnded(current, at, "date"), { ...fields, by }, at) : undefined;
      },
      (before) => [
        ...endOfHold(before, { id: deps.newId(), at, by }),
        { id: deps.newId(), at, by, what: "held", to: fields },
      ],
    );
    if (verdict.allowed) await storedFirst(() => deps.carryOutHold(dossierId));
    return verdict;
  };
}

export type ResumeHeld = (dossierId: string, by: Actor) => Promise<Verdict>;

/**
 * HOLD-03: only a dossier that is on hold is resumed.
 * Source: the process, "At any moment".
 */
export function createResumeHeld(deps: Deps): ResumeHeld {
  return async (dossierId, by) => {
    let verdict: Verdict = allowed;
    const at = toInstant(deps.now());
    await deps.changeDossier(
      dossierId,
      (current) => {
        verdict = isOnHold(current, at) ? allowed : refused("HOLD-03", "Dit dossier is niet gepauzeerd.");
        return verdict.allowed ? holdEnded(current, at, "hand") : undefined;
      },
      (before) => endOfHold(before, { id: deps.newId(), at, by }),
    );
    if (verdict.allowed) await storedFirst(() => deps.carryOutHold(dossierId));
    return verdict;
  };
}
