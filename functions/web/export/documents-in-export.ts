import type { StoredDocument } from "../../domain/documents.ts";

/**
 * Maximum total size of the documents, in bytes. An export is made within 28 seconds on the 512 MB disk of a function.
 */
const LARGEST = 400 * 1024 * 1024;

/**
 * EXPORT-01: an export contains documents up to 400 MB in total, oldest first, as far as they are read in time. It names the documents that are left out
 * and contains all data about them, so a large dossier has an export too; the other files can be downloaded from its
 * page.
 * Source: the process, "At any moment"; what API Gateway and Lambda can do in one request.
 */
export function fitsInExport<Sized extends Pick<StoredDocument, "size">>(
  documents: readonly Sized[],
): (document: Sized) => boolean {
  const fitting = new Set<Sized>();
  let total = 0;
  for (const document of documents) {
    if (total + document.size > LARGEST) continue;
    total += document.size;
    fitting.add(document);
  }
  return (document) => fitting.has(document);
}
