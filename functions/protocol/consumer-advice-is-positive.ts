import { NAMES } from "../domain/names.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-03: once the LED team found a draft in order, it is submitted with the positive advice of the consumer's DPO.
 * A text on which that DPO advised negatively is not submitted. `byLink`: outcome of the advice that the DPO gave itself.
 * Source: e-gov decree of 18/07/2008, art. 8 (advice of both DPOs); domain, "Protocol": it is positive.
 */
export function consumerAdviceIsPositive(
  { protocol }: Pick<Dossier, "protocol">,
  advice: object | undefined,
  byLink?: string,
): Verdict {
  if (byLink === "negative")
    return refused(
      "PROTOCOL-03",
      "Met een negatief advies kan je het protocol niet indienen. Bespreek met je DPO wat er anders moet, pas het protocol aan en vraag een nieuw advies. Bewaar je antwoorden intussen als ontwerp. Kom je er niet uit? Mail ons, of trek je aanvraag in.",
    );
  return protocol?.adviceAskedAt === undefined || advice
    ? allowed
    : refused(
        "PROTOCOL-03",
        `Het ${NAMES.desk} las je tekst al. Vraag je DPO nu om advies met de knop onderaan, of vul het positieve advies in en voeg het toe.`,
        "advice.date",
      );
}
