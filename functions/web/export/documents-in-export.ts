import type { StoredDocument } from "../../domain/documents.ts";

/** Bytes of all documents together. An export is made in the 28 seconds and on the 512 MB disk of a function. */
const LARGEST = 400 * 1024 * 1024;

/**
 * EXPORT-01: an export holds documents up to 400 MB together, the first that came first, as far as they are read in time; it names those that are left out, and
 * holds all data of each. So a large dossier has an export too, and the rest is fetched from its page.
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
