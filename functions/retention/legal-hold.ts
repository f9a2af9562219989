import { toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import type { Change, Clock, Dossiers, NewId } from "../domain/ports.ts";
import type { RetentionYears } from "../domain/retention.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { keptUntil } from "../domain/kept-until.ts";
import { retentionClocks, withoutRetention } from "../domain/retention-clocks.ts";
import { keepingTexts } from "./texts.nl.ts";

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  changeDossier: ChangeDossier;
  retention: RetentionYears;
  now: Clock;
  newId: NewId;
};
export type LegalHoldAct = (dossierId: string, by: Actor, reason: string) => Promise<Verdict>;

/** Sets a legal hold: the clocks of the retention go, and with them notice and deletion. */
export function createSetLegalHold(deps: Deps): LegalHoldAct {
  return async (dossierId, by, reason) => {
    const at = toInstant(deps.now());
    const legalHold = { by, reason, at };
    const change: Change = { id: deps.newId(), at, by, what: "legalHold", to: { reason } };
    const set = (current: Dossier): Dossier | undefined =>
      current.legalHold ? undefined : { ...current, legalHold, clocks: withoutRetention(current.clocks) };
    let isSet = false;
    await deps.changeDossier(
      dossierId,
      (current) => {
        const after = set(current);
        isSet = after !== undefined;
        return after;
      },
      () => [change],
    );
    return isSet ? allowed : refused("RETENTION-03", keepingTexts.refused.holdStands);
  };
}

/** Lifts a legal hold: the clocks are set anew, with a month between the notice and the deletion. */
export function createLiftLegalHold(deps: Deps): LegalHoldAct {
  return async (dossierId, by, reason) => {
    const at = toInstant(deps.now());
    const accesses = (await deps.dossiers.findWhole(dossierId))?.accesses ?? [];
    let isLifted = false;
    await deps.changeDossier(
      dossierId,
      (current) => {
        isLifted = current.legalHold !== undefined;
        if (!isLifted) return undefined;
        const until = current.status === "CLOSED" ? keptUntil(current, accesses, deps.retention) : undefined;
        const retention = until === undefined ? {} : retentionClocks(until, at);
        return { ...current, legalHold: undefined, clocks: { ...current.clocks, ...retention } };
      },
      ({ legalHold: from }) => [{ id: deps.newId(), at, by, what: "legalHoldLifted", from, to: { reason } }],
    );
    return isLifted ? allowed : refused("RETENTION-03", keepingTexts.refused.noHold);
  };
}
