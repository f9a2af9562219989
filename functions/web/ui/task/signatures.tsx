import type { DocumentKind, StoredDocument } from "../../../domain/documents.ts";
import { noSignature, signatureSentences } from "./signatures.nl.ts";

const SIGNED_KINDS: readonly DocumentKind[] = ["protocol-signed-by-applicant", "protocol-signed-by-both"];

/** The electronic signatures that were found in a PDF; of a signed document also that there are none. */
export const Signatures = ({ document: { signed, kind } }: { document: StoredDocument }) => {
  const found = signed?.signatures.map(signatureSentences) ?? [];
  const none = signed && found.length === 0 && SIGNED_KINDS.includes(kind) ? [[noSignature]] : [];
  const shown = [...found, ...none];
  return shown.length === 0 ? (
    <></>
  ) : (
    <ul class="soft">
      {shown.map((sentences) => (
        <li>{sentences.join(" ")}</li>
      ))}
    </ul>
  );
};
