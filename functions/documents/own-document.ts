import { createHash } from "node:crypto";
import type { DocumentType } from "../domain/document-types.ts";
import { type StoredDocument, wordIdOf } from "../domain/documents.ts";
import { SYSTEM } from "../domain/people.ts";
import type { Documents } from "../domain/ports.ts";
import type { Both } from "../templates/document-writer.ts";

export const PDF: DocumentType = "application/pdf";
export const WORD: DocumentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

type About = Pick<StoredDocument, "id" | "dossierId" | "taskId" | "kind" | "name" | "at">;

/** The record of a document that the system made itself: nobody checks its bytes. */
export const ownDocument = (about: About & { contentType: DocumentType }, bytes: Uint8Array) => ({
  ...about,
  size: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  scan: "accepted" as const,
  by: SYSTEM,
});

/**
 * Stores a document as PDF and as Word, once, and returns the PDF. `id` and `name`: of the PDF, without an extension;
 * those of the Word document follow from them. `isFinal`: there is no Word document to edit.
 */
export async function storeBoth(
  documents: Pick<Documents, "find" | "put">,
  { isFinal = false, ...about }: About & { isFinal?: boolean },
  write: () => Promise<Both>,
): Promise<StoredDocument> {
  const { id, dossierId, name } = about;
  const known = await documents.find(dossierId, id);
  if (known) return known;
  const { docx, pdf } = await write();
  const word = { ...about, id: wordIdOf(id), name: `${name}.docx`, contentType: WORD };
  // The PDF comes last, since its record says that both are there.
  if (!isFinal && !(await documents.find(dossierId, word.id)))
    await documents.put(ownDocument(word, docx), docx);
  return documents.put(ownDocument({ ...about, name: `${name}.pdf`, contentType: PDF }, pdf), pdf);
}
