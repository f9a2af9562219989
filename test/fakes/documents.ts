import type { StoredDocument } from "../../functions/domain/documents.ts";
import type { Documents } from "../../functions/domain/ports.ts";

/** Documents in memory, with their bytes. */
export class FakeDocuments implements Pick<Documents, "find" | "put"> {
  readonly stored: { document: StoredDocument; bytes: Uint8Array }[] = [];

  async find(dossierId: string, id: string): Promise<StoredDocument | undefined> {
    return this.stored.find(({ document }) => document.dossierId === dossierId && document.id === id)
      ?.document;
  }

  async put(
    document: Omit<StoredDocument, "s3Key" | "s3VersionId">,
    bytes: Uint8Array,
  ): Promise<StoredDocument> {
    const kept = { ...document, s3Key: `dossiers/${document.dossierId}/${document.id}/${document.name}` };
    this.stored.push({ document: kept, bytes });
    return kept;
  }
}
