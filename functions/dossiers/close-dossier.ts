import { type Access, currentAccess, inUseSince } from "../domain/access.ts";
import { addMinutes, toInstant } from "../domain/calendar.ts";
import { clocksAfterRequest, clocksOfClosed } from "../domain/clocks.ts";
import {
  type ClosingOutcome,
  type Dossier,
  type DossierOf,
  endingAskedOf,
  endingOf,
  laterPassOf,
  type OpenDossier,
} from "../domain/dossier.ts";
import { endOfHold, holdEnded } from "../domain/hold.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Dossiers, NewId } from "../domain/ports.ts";
import type { Withdrawal } from "../domain/request.ts";
import type { Change } from "../domain/records.ts";
import type { ChangeDossier } from "./change-dossier.ts";
import type { CompleteClosing } from "./complete-closing.ts";
import { withUseClocks } from "../domain/use-clocks.ts";

/** `reason`: absent where nobody gave one. */
export type Closing = { outcome: ClosingOutcome; reason?: string; by: Actor };
/** `isMeant`: whether the dossier is still in the state that the caller saw; a newer state is left unchanged. */
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

/** Minutes after which follow-up completes an interrupted closing. */
const COMPLETED_AFTER = 10;

/**
 * Closes a dossier: its status, its open tasks, the mails to both parties, its retention. Idempotent: the status
 * carries the clock `closed` until all of it is done, and follow-up completes an interrupted closing. When a later
 * request or an end of the use is given up, the granted access stays unchanged and the dossier returns to in use.
 */
export function createCloseDossier(deps: Deps): CloseDossier {
  return async (dossierId, closing, isMeant = () => true) => {
    const at = toInstant(deps.now());
    const { accesses = [] } = (await deps.dossiers.findWhole(dossierId)) ?? {};
    const inForce = closing.outcome === "ended" ? undefined : currentAccess(accesses);
    await deps.changeDossier(
      dossierId,
      (current) => {
        // A use that goes on has nothing to close.
        if (current.status === "CLOSED" || current.status === "IN_USE" || !isMeant(current)) return undefined;
        return inForce ? backInUse(current, accesses, inForce, closing, at) : closedAs(current, closing, at);
      },
      (before) => [
        ...endOfHold(before, { id: deps.newId(), at, by: closing.by }),
        ...(inForce ? [requestEnded(before, closing, { id: deps.newId(), at })] : []),
      ],
    );
    await deps.completeClosing(dossierId);
  };
}

/** The last request is the only trace that a given-up request leaves on the dossier. */
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

const NOT_PARKED = { parked: undefined, returnsTo: undefined };

/** The granted facts become the facts of the dossier again. A requested end of the use is due now. */
function backInUse(
  dossier: OpenDossier,
  accesses: Access[],
  { granted }: Access,
  closing: Closing,
  at: string,
): DossierOf<"IN_USE"> {
  const held = holdEnded(dossier, at, "closing");
  const clocks = clocksAfterRequest(held.clocks);
  const endingAsked = endingAskedOf(dossier);
  return {
    ...{ ...held, ...granted, ...NOT_PARKED, request: undefined },
    status: "IN_USE",
    stage: "IN_USE",
    since: at,
    use: {
      since: inUseSince(accesses, at),
      lastRequest: { pass: dossier.pass, at, ...closing },
      endingAsked,
    },
    clocks: {
      ...(endingAsked
        ? { ...clocks, ending: at }
        : withUseClocks({ ...granted, clocks }, at, renewalWasAsked(dossier))),
      closed: addMinutes(at, COMPLETED_AFTER),
    },
  };
}

/** The clocks ask no new renewal right after one was given up. */
const renewalWasAsked = (dossier: Dossier): boolean =>
  laterPassOf(dossier)?.kind === "renewal" || endingOf(dossier)?.reason === "term";

/** What was under way stays as it was. So does the clock of a change of people, whose notifications are still due. */
const closedAs = (dossier: OpenDossier, closing: Closing, at: string): Dossier => ({
  ...{ ...holdEnded(dossier, at, "closing"), ...NOT_PARKED },
  status: "CLOSED",
  clocks: { ...clocksOfClosed(dossier.clocks), closed: addMinutes(at, COMPLETED_AFTER) },
  closed: { at, ...closing },
});

/** A withdrawal, as the outcome of a dossier or a request. */
export const withdrawnBy = ({ reason, by }: Withdrawal): Closing => ({
  outcome: "withdrawn",
  reason,
  by,
});
