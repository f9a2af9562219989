import type { StoredDocument } from "../../../domain/documents.ts";
import type { Documents } from "../../../domain/ports.ts";
import { Refusal } from "../../http/refusals.ts";

/** Where the browser gets a document; a file that is gone is said by us, not by the bucket. */
export async function addressOfDocument(
  documents: Pick<Documents, "downloadAddress" | "isThere">,
  document: StoredDocument,
): Promise<string> {
  if (!(await documents.isThere(document))) throw new Refusal("file-gone");
  return documents.downloadAddress(document);
}
