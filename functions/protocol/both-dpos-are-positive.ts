import { dateOf } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-06: nobody signs before the DPOs of both the consumer and the LED have given positive advice. The date of a
 * signature is not before those advices either.
 * Source: e-gov decree, art. 8 (advice first, then conclusion); domain, "Protocol": both are positive.
 */
export function bothDposArePositive({ protocol }: Pick<Dossier, "protocol">, signedOn?: string): Verdict {
  const consumer = protocol?.consumerDpoAdvice;
  const led = protocol?.ledDpoAdvice;
  const isEarly = (advisedOn: string | undefined) =>
    signedOn !== undefined && advisedOn !== undefined && signedOn < advisedOn;
  return allOf(
    consumer ? allowed : refused("PROTOCOL-06", "Het positieve advies van de DPO van de afnemer ontbreekt."),
    led ? allowed : refused("PROTOCOL-06", "Het positieve advies van de DPO van de LED ontbreekt."),
    isEarly(consumer?.date) || isEarly(led && dateOf(led.at))
      ? refused(
          "PROTOCOL-06",
          "Deze datum is vroeger dan het advies van een van de DPO's. Ondertekenen kan pas daarna.",
          "date",
        )
      : allowed,
  );
}
