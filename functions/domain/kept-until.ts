import type { Access } from "./access.ts";
import { addYears, endOfDay, type Instant } from "./calendar.ts";
import type { Dossier } from "./dossier.ts";
import type { RetentionYears } from "./retention.ts";

export type ClosedDossier = Extract<Dossier, { status: "CLOSED" }>;

/** Whether both parties signed an agreement, in this pass or an earlier one. */
export const hasSignedProtocol = (dossier: Dossier, accesses: readonly Access[]): boolean =>
  accesses.length > 0 || dossier.protocol?.signatures.authority !== undefined;

/**
 * RETENTION-01: a closed dossier is kept 10 years when a protocol was signed, counted from its closing or from the end
 * of the last access, whichever is later. Without a protocol (withdrawn, unsuitable, closed, or an answered question)
 * it is kept 1 year after its closing. Configuration can set other periods.
 * Source: the process, "Clocks"; storage limitation (GDPR 5(1)(e)); the selection rules of the Flemish government.
 */
export function keptUntil(
  dossier: ClosedDossier,
  accesses: readonly Access[],
  years: RetentionYears,
): Instant {
  const { at } = dossier.closed;
  if (!hasSignedProtocol(dossier, accesses)) return addYears(at, years.other);
  const last = [at, ...endsOf(dossier, accesses)].sort().at(-1) ?? at;
  return addYears(last, years.signed);
}

/** The end of the use, as far as its day is known. Without an access record the term of the protocol counts. */
function endsOf({ protocol }: Dossier, accesses: readonly Access[]): Instant[] {
  const days =
    accesses.length > 0
      ? accesses.map(({ endedOn, replacedFrom, end }) => endedOn ?? replacedFrom ?? end)
      : [protocol?.term.end];
  return days.filter((day) => day !== undefined).map(endOfDay);
}
