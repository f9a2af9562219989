import { fileTypeFromBuffer } from "file-type";
import { type DocumentType, isDocumentType, type StoredDocument } from "../domain/documents.ts";
import { docxIsPlain } from "./docx-is-plain.ts";
import { odtIsPlain } from "./odt-is-plain.ts";

export type Scan = Pick<StoredDocument, "contentType" | "scan">;

/** What each type must also be. */
const IS_PLAIN = {
  "application/pdf": () => true,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": docxIsPlain,
  "application/vnd.oasis.opendocument.text": odtIsPlain,
} as const satisfies Record<DocumentType, (bytes: Uint8Array) => boolean>;

/**
 * DOC-02: a document is a PDF, a DOCX or an ODT by its bytes, whatever its name or its sender says.
 * Source: the process, the documents of each step; OWASP File Upload: never trust name or content type.
 */
export async function scanDocument(bytes: Uint8Array): Promise<Scan> {
  const contentType = (await fileTypeFromBuffer(bytes))?.mime ?? "application/octet-stream";
  const isAccepted = isDocumentType(contentType) && IS_PLAIN[contentType](bytes);
  return { contentType, scan: isAccepted ? "accepted" : "refused-type" };
}
