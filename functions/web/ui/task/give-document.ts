import type { StoredDocument } from "../../../domain/documents.ts";
import type { Documents } from "../../../domain/ports.ts";
import { Refusal } from "../../http/refusals.ts";

/** Download address of a document. A missing file gets a page of the site, not an error of the bucket. */
export async function addressOfDocument(
  documents: Pick<Documents, "downloadAddress" | "isThere">,
  document: StoredDocument,
): Promise<string> {
  if (!(await documents.isThere(document))) throw new Refusal("file-gone");
  return documents.downloadAddress(document);
}
