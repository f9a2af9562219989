import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-04: a term ends after it starts; it may be open-ended.
 * Source: e-gov decree, art. 8 (element 8 of the protocol, duration).
 */
export const termIsInOrder = (term: { start: string; end?: string }): Verdict =>
  term.end !== undefined && term.end <= term.start
    ? refused(
        "PROTOCOL-04",
        "De einddatum komt na de begindatum. Is er geen einde, laat ze dan leeg.",
        "term.end",
      )
    : allowed;
