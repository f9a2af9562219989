import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-07: the applicant signs before the authority.
 * Source: domain, "Protocol", the LED's own rule: signed in duplicate, the consumer's executive first.
 */
export function applicantSignsFirst({ protocol }: Pick<Dossier, "protocol">, signedOn?: string): Verdict {
  const applicant = protocol?.signatures.applicant;
  if (!applicant) return refused("PROTOCOL-07", "De afnemer heeft het protocol nog niet ondertekend.");
  return signedOn !== undefined && signedOn < applicant.at
    ? refused("PROTOCOL-07", "Deze datum ligt voor de handtekening van de afnemer.", "date")
    : allowed;
}
