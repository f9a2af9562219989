import { dateOf, type Instant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-10: a protocol can be signed until the last day of its term; after that it needs another term.
 * Source: e-gov decree, art. 8 (element 8 of the protocol, duration).
 */
export function termIsNotOver({ protocol }: Pick<Dossier, "protocol">, now: Instant): Verdict {
  const end = protocol?.term.end;
  return end !== undefined && end < dateOf(now)
    ? refused(
        "PROTOCOL-10",
        "De termijn van dit protocol is al voorbij. Teken niet, en vraag een protocol met een nieuwe termijn.",
      )
    : allowed;
}
