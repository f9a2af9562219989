import type { DOCUMENT_TYPES, DocumentType } from "../domain/document-types.ts";
import type { FileRefusal } from "../domain/documents.ts";
import type { TrustedIssuer } from "../domain/pdf-signature.ts";
import { cleanJpeg } from "./clean-jpeg.ts";
import { cleanPng, PNG_SIGNATURE } from "./clean-png.ts";
import { CONTENT_TYPES, docxRefusal } from "./docx-refusal.ts";
import { MIMETYPE, odtRefusal } from "./odt-refusal.ts";
import { PDF_HEADER_WITHIN, pdfRefusal } from "./pdf-refusal.ts";
import { signaturesIn } from "./pdf-signatures.ts";
import { type Part, readPackage, Unreadable } from "./read-package.ts";
import { refusedAs, type Scan } from "./scan.ts";

type Kind = (typeof DOCUMENT_TYPES)[DocumentType];

/**
 * DOC-02: a document is a PDF, a DOCX, an ODT or an image according to its bytes, regardless of its name and declared
 * type.
 * Source: the process, the documents of each step; OWASP File Upload: never trust name or content type.
 */
export async function scanDocument(bytes: Uint8Array, trusted: readonly TrustedIssuer[] = []): Promise<Scan> {
  try {
    return await judge(bytes, trusted);
  } catch (error) {
    if (error instanceof Unreadable) return refusedAs(error.refusal);
    throw error;
  }
}

async function judge(bytes: Uint8Array, trusted: readonly TrustedIssuer[]): Promise<Scan> {
  const head = Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).toString("latin1");
  if (head.startsWith("PK\u0003\u0004")) return judgePackage(await readPackage(bytes));
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return refusedAs(compoundRefusal(bytes));
  if (head.startsWith("\u00ff\u00d8\u00ff")) return { ...answer("jpg"), cleaned: cleanJpeg(bytes) };
  if (head.startsWith(PNG_SIGNATURE.toString("latin1")))
    return { ...answer("png"), cleaned: cleanPng(bytes) };
  if (!head.includes("%PDF-")) return refusedAs("refused-type");
  const found = await pdfRefusal(bytes);
  return found ? refusedAs(found) : { ...answer("pdf", found), signed: await signaturesIn(bytes, trusted) };
}

async function judgePackage(parts: Part[]): Promise<Scan> {
  const has = (wanted: string) => parts.some(({ name }) => name === wanted);
  // An ambiguous file: programs would disagree about its type.
  if (has(CONTENT_TYPES) && has(MIMETYPE)) return refusedAs("refused-type");
  if (has(CONTENT_TYPES)) return answer("docx", await docxRefusal(parts));
  return has(MIMETYPE) ? answer("odt", await odtRefusal(parts)) : refusedAs("refused-type");
}

/** A compound file is a Word document with a password, or a Word 97 document. */
const compoundRefusal = (bytes: Uint8Array): FileRefusal =>
  Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))
    ? "refused-password"
    : "refused-type";

function answer(kind: Kind, found?: FileRefusal): Scan {
  if (found) return refusedAs(found);
  return { contentType: CONTENT_TYPE[kind], scan: "accepted" };
}

const CONTENT_TYPE = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  jpg: "image/jpeg",
  png: "image/png",
} as const satisfies Record<Kind, DocumentType>;
