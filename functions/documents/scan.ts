import type { FileRefusal, StoredDocument } from "../domain/documents.ts";

/** The type of a file according to its bytes, with the signatures of a PDF, or the reason of its refusal. */
export type Scan = Pick<StoredDocument, "contentType" | "scan" | "signed">;

export const refusedAs = (scan: FileRefusal): Scan => ({ contentType: "application/octet-stream", scan });
