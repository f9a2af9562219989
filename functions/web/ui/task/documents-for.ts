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
  "protocol-published",
  "governing-decision",
  "protocol-signed-by-applicant",
  "protocol-signed-by-second",
  "protocol-signed-by-both",
];

/** Texts of a protocol. Once one is fixed, a signatory sees no other. */
const TEXTS: readonly DocumentKind[] = ["protocol-template", "protocol", "protocol-final"];

/**
 * WEB-01: only accepted documents are shown. The consumer sees documents that its own side added, documents that the
 * system made for it, and documents of decisions of the LED, but no work in progress of the LED. A signatory sees the
 * protocol and the advice on it, but no DPIA; once the text is fixed, no other text. A DPO sees what the applicant sees.
 * The LED sees all documents.
 * Source: data minimisation (GDPR 5(1)(c)); the access of a DPO (GDPR 38(2)); the process, "Audiences".
 */
export function documentsFor(
  audience: Audience,
  { dossier, documents, tasks }: WholeDossier,
): StoredDocument[] {
  const accepted = documents.filter(isAccepted);
  if (sideOf(audience) === "led") return accepted;
  const isWhole = audience === "applicant" || audience === "dpo";
  const fixed = dossier.protocol?.fixed;
  const isOther = ({ id, kind }: StoredDocument) =>
    fixed !== undefined && TEXTS.includes(kind) && id !== fixed.documentId;
  const decidedOn = new Set(tasks.flatMap((task) => task.decision?.documents ?? []));
  return accepted.filter(
    (document) =>
      (isWhole || (SEEN_BY_SIGNATORY.includes(document.kind) && !isOther(document))) &&
      (isOfConsumer(document.by) || document.by.role === "system" || decidedOn.has(document.id)),
  );
}
