import * as z from "zod";
import { toInstant } from "../domain/calendar.ts";
import { date, longText } from "../domain/fields.ts";
import { endOfHold, heldUntil, holdEnded } from "../domain/hold.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, NewId } from "../domain/ports.ts";
import { isOnHold } from "../domain/running-time.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { CarryOutHold } from "./carry-out-hold.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import { holdEndIsInOrder } from "./hold-end-is-in-order.ts";
import { holdIsPossible } from "./hold-is-possible.ts";

/** Form of a hold: the date on which the dossier resumes by itself, and the reason. */
export const HoldFields = z.object({ until: date("hold-end"), reason: longText() });
export type HoldFields = z.infer<typeof HoldFields>;

type Deps = { changeDossier: ChangeDossier; carryOutHold: CarryOutHold; now: Clock; newId: NewId };

export type HoldDossier = (dossierId: string, fields: HoldFields, by: Actor) => Promise<Verdict>;

/** Puts a dossier on hold: its clocks stand still, and its execution is not affected. */
export function createHoldDossier(deps: Deps): HoldDossier {
  return (dossierId, fields, by) => {
    const at = toInstant(deps.now());
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) => allOf(holdIsPossible(current, at), holdEndIsInOrder(fields.until, at)),
      change: (current) => heldUntil(holdEnded(current, at, "date"), { ...fields, by }, at),
      records: (before) => [
        ...endOfHold(before, { id: deps.newId(), at, by }),
        { id: deps.newId(), at, by, what: "held", to: fields },
      ],
      then: () => deps.carryOutHold(dossierId),
    });
  };
}

export type ResumeHeld = (dossierId: string, by: Actor) => Promise<Verdict>;

/**
 * HOLD-03: a dossier can be resumed only while it is on hold.
 * Source: the process, "At any moment".
 */
export function createResumeHeld(deps: Deps): ResumeHeld {
  return (dossierId, by) => {
    const at = toInstant(deps.now());
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) =>
        isOnHold(current, at) ? allowed : refused("HOLD-03", "Dit dossier is niet gepauzeerd."),
      change: (current) => holdEnded(current, at, "hand"),
      records: (before) => endOfHold(before, { id: deps.newId(), at, by }),
      then: () => deps.carryOutHold(dossierId),
    });
  };
}
