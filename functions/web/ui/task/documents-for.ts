import { type DocumentKind, isAccepted, type StoredDocument } from "../../../domain/documents.ts";
import { type Audience, isOfConsumer, sideOf } from "../../../domain/people.ts";
import type { WholeDossier } from "../../../domain/ports.ts";

/** What a signatory signs, and its supporting documents. */
const SEEN_BY_SIGNATORY: readonly DocumentKind[] = [
  "protocol-template",
  "protocol",
  "consumer-dpo-advice",
  "led-dpo-advice",
  "protocol-final",
  "governing-decision",
  "protocol-signed-by-applicant",
  "protocol-signed-by-second",
  "protocol-signed-by-both",
];

/**
 * WEB-01: only accepted documents are shown. The consumer sees documents that its own side added, documents that the
 * system made for it, and documents of decisions of the LED, but no work in progress of the LED. A signatory sees the
 * protocol and the advice on it, but no DPIA. A DPO sees what the applicant sees. The LED sees all documents.
 * Source: data minimisation (GDPR 5(1)(c)); the access of a DPO (GDPR 38(2)); the process, "Audiences".
 */
export function documentsFor(audience: Audience, { documents, tasks }: WholeDossier): StoredDocument[] {
  const accepted = documents.filter(isAccepted);
  if (sideOf(audience) === "led") return accepted;
  const decidedOn = new Set(tasks.flatMap((task) => task.decision?.documents ?? []));
  return accepted.filter(
    ({ by, id, kind }) =>
      (audience === "applicant" || audience === "dpo" || SEEN_BY_SIGNATORY.includes(kind)) &&
      (isOfConsumer(by) || by.role === "system" || decidedOn.has(id)),
  );
}
