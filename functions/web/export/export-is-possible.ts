import type { StoredDocument } from "../../domain/documents.ts";
import { allowed, refused, type Verdict } from "../../domain/verdict.ts";
import { exportTexts } from "./texts.nl.ts";

/** Bytes of all documents together. It is made in the 28 seconds and on the 512 MB disk of a function. */
const LARGEST = 400 * 1024 * 1024;

/**
 * EXPORT-01: a dossier is exported as one zip when its documents are at most 400 MB together.
 * Source: the process, "At any moment"; what API Gateway and Lambda can do in one request.
 */
export const exportIsPossible = (documents: readonly Pick<StoredDocument, "size">[]): Verdict =>
  documents.reduce((sum, { size }) => sum + size, 0) <= LARGEST
    ? allowed
    : refused("EXPORT-01", exportTexts.tooLarge);
