import type { DocumentKind, StoredDocument } from "../../../domain/documents.ts";
import type { Audience } from "../../../domain/people.ts";
import type { WholeDossier } from "../../../domain/ports.ts";

/** What a signatory signs, and what that rests on. */
const SEEN_BY_SIGNATORY: readonly DocumentKind[] = [
  "protocol-template",
  "protocol",
  "consumer-dpo-advice",
  "led-dpo-advice",
  "protocol-signed-by-applicant",
  "protocol-signed-by-both",
];

const isOfConsumer = (audience: Audience) => audience === "applicant" || audience === "signatory";

/**
 * WEB-01: a document shows only once it is accepted. The consumer sees what its own side added, what the system made for
 * it, and what a decision of the LED rests on: what the LED still works on is not shown. A signatory sees the protocol
 * and the advice on it, no DPIA. Of the LED everybody sees all of it.
 * Source: data minimisation (GDPR 5(1)(c)); the process, "Audiences".
 */
export function documentsFor(audience: Audience, { documents, tasks }: WholeDossier): StoredDocument[] {
  const accepted = documents.filter((document) => document.scan === "accepted");
  if (!isOfConsumer(audience)) return accepted;
  const decidedOn = new Set(tasks.flatMap((task) => task.decision?.documents ?? []));
  return accepted.filter(
    ({ by, id, kind }) =>
      (audience === "applicant" || SEEN_BY_SIGNATORY.includes(kind)) &&
      (by.role === "applicant" || by.role === "signatory" || by.role === "system" || decidedOn.has(id)),
  );
}
