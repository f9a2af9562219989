import { type Dossier, endingOf } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * END-02: only a use that ends because of its term can be renewed; any other can be restored within the reversal
 * period.
 * Source: the process, DecideRenewal: only for an ending term.
 */
export const renewalIsPossible = (dossier: Pick<Dossier, "use">): Verdict =>
  endingOf(dossier)?.reason === "term"
    ? allowed
    : refused(
        "END-02",
        "Verlengen kan alleen als de termijn afloopt. Bevestig het einde: zolang de termijn van het protocol loopt, kan je het daarna nog 30 dagen terugdraaien.",
        "outcome",
      );
