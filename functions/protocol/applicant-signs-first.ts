import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

type Signing = Pick<Dossier, "protocol" | "people">;

/**
 * PROTOCOL-07: the applicant signs before the authority: its first signatory, and then its second where it has one.
 * Source: domain, "Protocol", the LED's own rule: signed in duplicate, the consumer's executive first.
 */
export function applicantSignsFirst(dossier: Signing, signedOn?: string): Verdict {
  const second = dossier.protocol?.signatures.second;
  // A protocol from before texts were fixed has one signatory of the consumer.
  if (dossier.people.secondSignatory && dossier.protocol?.fixed && !second)
    return refused("PROTOCOL-07", "De tweede ondertekenaar van de afnemer heeft nog niet ondertekend.");
  return firstSignsBeforeSecond(dossier, signedOn);
}

/** The part of PROTOCOL-07 that holds for the second signatory. */
export function firstSignsBeforeSecond({ protocol }: Pick<Signing, "protocol">, signedOn?: string): Verdict {
  const { applicant, second } = protocol?.signatures ?? {};
  if (!applicant) return refused("PROTOCOL-07", "De afnemer heeft het protocol nog niet ondertekend.");
  const last = second && second.at > applicant.at ? second.at : applicant.at;
  return signedOn !== undefined && signedOn < last
    ? refused("PROTOCOL-07", "Deze datum is vroeger dan de handtekening van de afnemer.", "date")
    : allowed;
}
