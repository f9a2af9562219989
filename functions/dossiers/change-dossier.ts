import { toInstant } from "../domain/calendar.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Dossier } from "../domain/dossier.ts";
import { movesOf } from "../domain/moves-of.ts";
import type { Clock, Dossiers, NewId } from "../domain/ports.ts";
import type { Change } from "../domain/records.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";
import { allowed, type Verdict } from "../domain/verdict.ts";
import { leaveToFollowUp } from "./leave-to-follow-up.ts";

/**
 * Optimistic locking: reads a dossier, applies `change`, writes the result, and retries after a conflict. When `change`
 * returns undefined, nothing is written. The turns in the life of the dossier are recorded with it.
 */
export type ChangeDossier = (
  dossierId: string,
  change: (dossier: Dossier) => Dossier | undefined,
  changes?: (before: Dossier) => Change[],
) => Promise<Dossier>;

export const createChangeDossier =
  ({ dossiers, now, newId }: { dossiers: Dossiers; now: Clock; newId: NewId }): ChangeDossier =>
  (dossierId, change, changes = () => []) =>
    untilNoConflict(async () => {
      const before = await findDossier(dossiers, dossierId);
      const after = change(before);
      if (!after) return before;
      const at = toInstant(now());
      const moves = movesOf(before, after).map((move) => ({ id: newId(), at, ...move }));
      return dossiers.save(after, [...changes(before), ...moves]);
    });

/**
 * `change` and `records` receive the dossier that `judge` allowed. `then` follows the write, now or through follow-up.
 */
type JudgedChange = {
  judge: (dossier: Dossier) => Verdict;
  change: (dossier: Dossier) => Dossier | undefined;
  records?: (before: Dossier) => Change[];
  then?: (dossier: Dossier) => Promise<void>;
};

/** Changes a dossier where a rule allows it. A refusal changes nothing and returns its verdict. */
export async function judgeAndChange(
  changeDossier: ChangeDossier,
  dossierId: string,
  { judge, change, records, then }: JudgedChange,
): Promise<Verdict> {
  let verdict: Verdict = allowed;
  const dossier = await changeDossier(
    dossierId,
    (current) => {
      verdict = judge(current);
      return verdict.allowed ? change(current) : undefined;
    },
    records,
  );
  if (verdict.allowed && then) await leaveToFollowUp(() => then(dossier));
  return verdict;
}

export async function findDossier(dossiers: Dossiers, dossierId: string): Promise<Dossier> {
  const dossier = await dossiers.find(dossierId);
  if (!dossier) throw new GiveUp("DOSSIER_MISSING", { dossier: dossierId });
  return dossier;
}
