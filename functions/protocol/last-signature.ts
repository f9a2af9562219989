import type { CalendarDate } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { planningOf } from "../domain/planned-date.ts";

/** The date on which the last party signed; undefined while the authority has not. */
export function lastSignatureOf({ protocol }: Pick<Dossier, "protocol">): CalendarDate | undefined {
  const { signatures } = protocol ?? {};
  if (!signatures?.authority) return undefined;
  return Object.values(signatures)
    .flatMap((signature) => signature?.at ?? [])
    .toSorted()
    .at(-1);
}

/**
 * When everybody will have signed at the earliest, or did, where the term of the protocol starts before it; undefined
 * elsewhere. Until somebody is asked to sign, that is the agreed date of signing. A protocol takes effect at its last
 * signature, so readers are warned. Nothing is refused: a term may follow on an earlier one, and be signed late.
 * Source: e-gov decree, art. 8 (concluded before the communication); domain, "Protocol".
 */
export function signedAfterStart(dossier: Dossier, today: CalendarDate): CalendarDate | undefined {
  const { protocol } = dossier;
  if (!protocol) return undefined;
  const planned = protocol.fixed ? today : (planningOf(dossier)?.signature ?? today);
  const last = lastSignatureOf(dossier) ?? (planned > today ? planned : today);
  return protocol.term.start < last ? last : undefined;
}
