import type { FileRefusal, StoredDocument } from "../domain/documents.ts";

/**
 * The type of a file according to its bytes, with the signatures of a PDF, or the reason of its refusal. `cleaned`: the
 * bytes to store in place of those that came.
 */
export type Scan = Pick<StoredDocument, "contentType" | "signed"> & {
  scan: "accepted" | FileRefusal;
  cleaned?: Uint8Array;
};

export const refusedAs = (scan: FileRefusal): Scan => ({ contentType: "application/octet-stream", scan });
