import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import { dpiaIsRequired } from "./dpia-is-required.ts";

const SUGGESTIONS = {
  required:
    "Volgens je antwoorden is een DPIA nodig. Besluit je dat het niet moet? Leg dan uit waarom in de motivering.",
  "not-required":
    "Volgens je antwoorden is geen DPIA nodig. Besluit je dat het wel moet? Leg dan uit waarom in de motivering.",
} as const;

/**
 * DPIA-02: a conclusion that differs from the suggestion is motivated.
 * Source: the process, PreAssessDpia; GDPR 5(2), accountability.
 */
export function departureIsMotivated(
  conclusion: string,
  criteria: readonly string[],
  motivation: string | undefined,
): Verdict {
  const suggestion = dpiaIsRequired(criteria) ? "required" : "not-required";
  return conclusion === suggestion || motivation
    ? allowed
    : refused("DPIA-02", SUGGESTIONS[suggestion], "motivation");
}
