import type { Dossier } from "../domain/dossier.ts";
import type { Instant } from "../domain/calendar.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import { termIsOverAt } from "../domain/use-clocks.ts";

/**
 * END-03: a use can be restored only within the term of its protocol: afterwards consultation is not allowed.
 * Source: e-gov decree, art. 8: no systematic communication without a protocol.
 */
export function useMayBeRestored({ protocol }: Pick<Dossier, "protocol">, now: Instant): Verdict {
  const end = protocol?.term.end;
  return end === undefined || now < termIsOverAt(end)
    ? allowed
    : refused(
        "END-03",
        "De termijn van het protocol is voorbij, dus terugdraaien kan niet meer. De organisatie kan een nieuw dossier openen.",
      );
}
