import { toInstant } from "../domain/calendar.ts";
import { withoutClock } from "../domain/clocks.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Dossiers, NewId } from "../domain/ports.ts";
import type { RetentionYears } from "../domain/retention.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import { keptUntil } from "../domain/kept-until.ts";
import { retentionClocks } from "../domain/retention-clocks.ts";
import { keepingTexts } from "./texts.nl.ts";

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  changeDossier: ChangeDossier;
  retention: RetentionYears;
  now: Clock;
  newId: NewId;
};
export type LegalHoldAct = (dossierId: string, by: Actor, reason: string) => Promise<Verdict>;

/** Sets a legal hold: removes the clocks of the notice and the deletion. */
export function createSetLegalHold(deps: Deps): LegalHoldAct {
  return async (dossierId, by, reason) => {
    const at = toInstant(deps.now());
    const legalHold = { by, reason, at };
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) =>
        current.legalHold ? refused("RETENTION-03", keepingTexts.refused.holdStands) : allowed,
      change: (current) => ({
        ...current,
        legalHold,
        clocks: withoutClock(current.clocks, "retentionNotice", "retention"),
      }),
      records: () => [{ id: deps.newId(), at, by, what: "legalHold", to: { reason } }],
    });
  };
}

/** Lifts a legal hold: sets new clocks, with a month between the notice and the deletion. */
export function createLiftLegalHold(deps: Deps): LegalHoldAct {
  return async (dossierId, by, reason) => {
    const at = toInstant(deps.now());
    const accesses = (await deps.dossiers.findWhole(dossierId))?.accesses ?? [];
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) =>
        current.legalHold ? allowed : refused("RETENTION-03", keepingTexts.refused.noHold),
      change: (current) => {
        const until = current.status === "CLOSED" ? keptUntil(current, accesses, deps.retention) : undefined;
        const retention = until === undefined ? {} : retentionClocks(until, at);
        return { ...current, legalHold: undefined, clocks: { ...current.clocks, ...retention } };
      },
      records: ({ legalHold: from }) => [
        { id: deps.newId(), at, by, what: "legalHoldLifted", from, to: { reason } },
      ],
    });
  };
}
