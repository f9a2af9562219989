import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-17: the LED team approves a text with the positive advice of the consumer's DPO. Of a draft without it, the
 * team asks for that advice.
 * Source: e-gov decree of 18/07/2008, art. 8 (the DPOs advise before the protocol is concluded); the planning, where the
 * draft comes before the advice.
 */
export const approvedWithAdvice = ({ protocol }: Pick<Dossier, "protocol">): Verdict =>
  protocol?.consumerDpoAdvice
    ? allowed
    : refused(
        "PROTOCOL-17",
        "De DPO van de afnemer gaf nog geen advies over deze tekst. Is de tekst goed, vraag dan dat advies.",
      );

/** The same for the request of that advice: it is not asked twice. */
export const adviceIsMissing = ({ protocol }: Pick<Dossier, "protocol">): Verdict =>
  protocol?.consumerDpoAdvice
    ? refused("PROTOCOL-17", "Het advies van de DPO van de afnemer is er al. Keur het protocol goed.")
    : allowed;
