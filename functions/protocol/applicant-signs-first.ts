import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-07: the applicant signs before the authority, and its first signatory before the second.
 * Source: domain, "Protocol", the LED's own rule: signed in duplicate, the consumer's executive first.
 */
export function applicantSignsFirst({ protocol }: Pick<Dossier, "protocol">, signedOn?: string): Verdict {
  const { applicant, second } = protocol?.signatures ?? {};
  if (!applicant) return refused("PROTOCOL-07", "De afnemer heeft het protocol nog niet ondertekend.");
  const last = second && second.at > applicant.at ? second.at : applicant.at;
  return signedOn !== undefined && signedOn < last
    ? refused("PROTOCOL-07", "Deze datum is vroeger dan de handtekening van de afnemer.", "date")
    : allowed;
}
