import { type DocumentKind, isAccepted, type StoredDocument } from "../../../domain/documents.ts";
import type { Dossier } from "../../../domain/dossier.ts";
import { type Audience, isOfConsumer, sideOf } from "../../../domain/people.ts";
import type { WholeDossier } from "../../../domain/ports.ts";

/** What a signatory sees before a text is fixed: the text, and the advice on it. */
const SEEN_BY_SIGNATORY: readonly DocumentKind[] = [
  "protocol-template",
  "protocol",
  "consumer-dpo-advice",
  "led-dpo-advice",
  "governing-decision",
  "protocol-signed-by-applicant",
  "protocol-signed-by-second",
  "protocol-signed-by-both",
];

/** What people make of a fixed text. */
const MADE_OF_FIXED: readonly DocumentKind[] = [
  "governing-decision",
  "protocol-signed-by-applicant",
  "protocol-signed-by-second",
  "protocol-signed-by-both",
  "protocol-published",
];

const SIGNS: readonly Audience[] = ["signatory", "second-signatory", "leading-official"];
/** Whether a reader signs a text that is fixed, and sees no other. */
export const seesFixedOnly = (audience: Audience, { protocol }: Pick<Dossier, "protocol">): boolean =>
  protocol?.fixed !== undefined && SIGNS.includes(audience);

/**
 * WEB-01: only accepted documents are shown. Who signs a fixed text sees that file, which has both advices in it, what was
 * signed or decided on it, and nothing else. The consumer sees documents that its own side added, documents that the
 * system made for it, and documents of decisions of the LED, but no work in progress of the LED. A signatory sees the
 * protocol and the advice on it, but no DPIA. A DPO sees what the applicant sees. The LED sees all documents.
 * Source: data minimisation (GDPR 5(1)(c)); the access of a DPO (GDPR 38(2)); the process, "Audiences".
 */
export function documentsFor(
  audience: Audience,
  { dossier, documents, tasks }: WholeDossier,
): StoredDocument[] {
  const accepted = documents.filter(isAccepted);
  const decidedOn = new Set(tasks.flatMap((task) => task.decision?.documents ?? []));
  const isGiven = ({ id, by }: StoredDocument) =>
    isOfConsumer(by) || by.role === "system" || decidedOn.has(id);
  const { fixed } = dossier.protocol ?? {};
  if (fixed && seesFixedOnly(audience, dossier))
    return accepted.filter(
      (document) =>
        document.id === fixed.documentId ||
        (MADE_OF_FIXED.includes(document.kind) && document.at >= fixed.at && isGiven(document)),
    );
  if (sideOf(audience) === "led") return accepted;
  const isWhole = audience === "applicant" || audience === "dpo";
  return accepted.filter(
    (document) => (isWhole || SEEN_BY_SIGNATORY.includes(document.kind)) && isGiven(document),
  );
}
