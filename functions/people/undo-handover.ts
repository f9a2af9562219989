import { toInstant } from "../domain/calendar.ts";
import type { Actor } from "../domain/people.ts";
import { changesOfPeople, withPeople } from "../domain/people-moves.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import { allOf, refused, type Verdict } from "../domain/verdict.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import { handoverMayBeUndone } from "./handover-may-be-undone.ts";
import { type Handover, undoingOf } from "./handover.ts";
import { secondContactIsAnother } from "./second-contact-is-another.ts";
import type { TellPeople } from "./tell-people.ts";

export type UndoHandover = (dossierId: string, handover: Handover) => Promise<Verdict>;

/**
 * Gives the part of the contact back to who handed it over, whose links work again. It is judged by the tasks of the
 * version of the dossier that it changes: a decision in between is a write of the dossier.
 */
export function createUndoHandover(deps: {
  dossiers: Pick<Dossiers, "findWhole">;
  changeDossier: ChangeDossier;
  tellPeople: TellPeople;
  now: Clock;
}): UndoHandover {
  return async (dossierId, handover) => {
    const { fromPerson, toPerson } = handover;
    const at = toInstant(deps.now());
    const by: Actor = { role: "applicant", id: fromPerson.id, name: fromPerson.name };
    const whole = await deps.dossiers.findWhole(dossierId);
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) =>
        whole?.dossier.version === current.version
          ? allOf(
              handoverMayBeUndone(whole, handover, at),
              secondContactIsAnother({ ...current.people, contact: fromPerson }),
            )
          : refused("PEOPLE-08", "Het dossier veranderde net. Probeer het opnieuw."),
      change: (current) => withPeople(current, { ...current.people, contact: fromPerson }, at),
      records: () =>
        changesOfPeople([{ part: "contact", from: toPerson, to: fromPerson }], by, at, () =>
          undoingOf(handover),
        ),
      then: deps.tellPeople,
    });
  };
}
