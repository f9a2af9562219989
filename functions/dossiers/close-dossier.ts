import { type Access, currentAccess, inUseSince } from "../domain/access.ts";
import { addMinutes, toInstant } from "../domain/calendar.ts";
import { clocksAfterRequest, clocksOfClosed } from "../domain/clocks.ts";
import type { ClosingOutcome, Dossier } from "../domain/dossier.ts";
import { endOfHold, holdEnded } from "../domain/hold.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Dossiers, NewId } from "../domain/ports.ts";
import type { Change } from "../domain/records.ts";
import type { ChangeDossier } from "./change-dossier.ts";
import type { CompleteClosing } from "./complete-closing.ts";
import { withUseClocks } from "../domain/use-clocks.ts";

export type Closing = { outcome: ClosingOutcome; reason: string; by: Actor };
/** `isMeant`: whether what closes is still what was seen; something newer is left alone. */
export type CloseDossier = (
  dossierId: string,
  closing: Closing,
  isMeant?: (current: Dossier) => boolean,
) => Promise<void>;

type Deps = {
  dossiers: Dossiers;
  changeDossier: ChangeDossier;
  completeClosing: CompleteClosing;
  now: Clock;
  newId: NewId;
};

/** When follow-up completes a closing that was cut short, in minutes. */
const COMPLETED_AFTER = 10;

/**
 * Closes a dossier: its status, then its open tasks, then the mails to both parties, then its retention. Twice is once;
 * the status carries the clock `closed` until all of it is done, so that follow-up completes what was cut short. A later
 * request that is given up leaves what was granted as it was, and so does an end of the use: the dossier goes back in use.
 */
export function createCloseDossier(deps: Deps): CloseDossier {
  return async (dossierId, closing, isMeant = () => true) => {
    const at = toInstant(deps.now());
    const { accesses = [] } = (await deps.dossiers.findWhole(dossierId)) ?? {};
    const inForce = closing.outcome === "ended" ? undefined : currentAccess(accesses);
    await deps.changeDossier(
      dossierId,
      (current) => {
        if (current.status === "CLOSED" || !isMeant(current)) return undefined;
        if (!inForce) return closedAs(current, closing, at);
        return current.status === "IN_USE" ? undefined : backInUse(current, accesses, inForce, closing, at);
      },
      (before) => [
        ...endOfHold(before, { id: deps.newId(), at, by: closing.by }),
        ...(inForce ? [requestEnded(before, closing, { id: deps.newId(), at })] : []),
      ],
    );
    await deps.completeClosing(dossierId);
  };
}

/** A request that is given up leaves no other trace on the dossier than the last one. */
const requestEnded = (
  { pass }: Dossier,
  { by, ...how }: Closing,
  change: Pick<Change, "id" | "at">,
): Change => ({
  ...change,
  by,
  what: "request-ended",
  from: pass,
  to: how,
});

/** What was granted stands again as the facts of the dossier. An end of the use that was asked meanwhile is due now. */
function backInUse(
  dossier: Dossier,
  accesses: Access[],
  access: Access,
  closing: Closing,
  at: string,
): Dossier {
  const {
    closing: _,
    laterPass: __,
    start: ___,
    ending: ____,
    endOfUse: _____,
    ...shared
  } = holdEnded(dossier, at, "closing");
  const { granted } = access;
  const { dpia, planning, intake, protocol, connection } = granted;
  const inUse = { ...shared, dpia, planning, intake, protocol, connection };
  return {
    ...inUse,
    status: "IN_USE",
    stage: "IN_USE",
    since: at,
    inUseSince: inUseSince(accesses, at),
    lastRequest: { pass: dossier.pass, at, ...closing },
    clocks: {
      ...(shared.endingAsked
        ? { ...clocksAfterRequest(shared.clocks), ending: at }
        : withUseClocks(
            { ...inUse, clocks: clocksAfterRequest(shared.clocks) },
            at,
            renewalWasAsked(dossier),
          )),
      closed: addMinutes(at, COMPLETED_AFTER),
    },
  };
}

/** A renewal that is given up is not asked for again at once. */
const renewalWasAsked = ({ laterPass, ending }: Dossier): boolean =>
  laterPass?.kind === "renewal" || ending?.reason === "term";

/** A change of people just before is still to be told. */
const closedAs = (dossier: Dossier, closing: Closing, at: string): Dossier => ({
  ...holdEnded(dossier, at, "closing"),
  status: "CLOSED",
  start: undefined,
  clocks: { ...clocksOfClosed(dossier.clocks), closed: addMinutes(at, COMPLETED_AFTER) },
  closed: { at, ...closing },
});

/** A withdrawal, as the way in which a dossier or a request ends. */
export const withdrawnBy = ({ reason, by }: NonNullable<Dossier["closing"]>): Closing => ({
  outcome: "withdrawn",
  reason,
  by,
});
