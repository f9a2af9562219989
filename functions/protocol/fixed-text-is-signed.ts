import type { DocumentKind, StoredDocument } from "../domain/documents.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { SignatureForm } from "../domain/facts.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * SIGNATURE-02: a PDF that was signed electronically contains the fixed text as an earlier revision, byte by byte. Where
 * an earlier party signed on paper, the file is a scan of that paper, which people compare. A protocol from before texts
 * were fixed has none.
 * Source: ISO 32000-2, 7.5.6 (incremental updates) and 12.8; domain, "Protocol", the LED's own rule.
 */
export function fixedTextIsSigned(
  { protocol }: Pick<Dossier, "protocol">,
  documents: readonly StoredDocument[],
  { kind, form }: { kind: DocumentKind; form: SignatureForm },
): Verdict {
  const { fixed, signatures = {} } = protocol ?? {};
  const isOnPaper = Object.values(signatures).some((signature) => signature?.form !== "electronic");
  if (!fixed || form !== "electronic" || isOnPaper) return allowed;
  const others = documents.filter(
    (document) =>
      document.kind === kind && document.signed && !document.signed.revisions.includes(fixed.sha256),
  );
  return allOf(
    ...others.map(() =>
      refused(
        "SIGNATURE-02",
        `Dit is niet de tekst die vastligt. Onderteken het bestand "${fixed.name}" (versie ${fixed.version}) dat hier klaarstaat, bewaar het zonder iets te wijzigen, en voeg het toe.`,
        `documents.${kind}`,
      ),
    ),
  );
}
