import type { FileRefusal, StoredDocument } from "../domain/documents.ts";

/** What a file is by its bytes, or why it is refused. */
export type Scan = Pick<StoredDocument, "contentType" | "scan">;

export const refusedAs = (scan: FileRefusal): Scan => ({ contentType: "application/octet-stream", scan });
