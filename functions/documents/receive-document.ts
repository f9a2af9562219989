import { createHash } from "node:crypto";
import type { ArrivedFiles, ArrivedObject } from "../adapters/s3/arrived-files.ts";
import { parseDocumentKey } from "../adapters/s3/document-key.ts";
import { toInstant } from "../domain/calendar.ts";
import { DOCUMENT_SCHEMA_VERSION, MAXIMUM_DOCUMENT_BYTES, type StoredDocument } from "../domain/documents.ts";
import { Conflict, GiveUp } from "../domain/errors.ts";
import type { Clock, Documents } from "../domain/ports.ts";
import { scanDocument } from "./scan-document.ts";

type Deps = { files: ArrivedFiles; documents: Documents; now: Clock };
/** `known`: nothing is left to note about this object. */
export type Received = { dossierId: string; documentId: string; scan: StoredDocument["scan"] | "known" };
export type ReceiveDocument = (arrival: { key: string; versionId?: string }) => Promise<Received>;

/**
 * Takes in a document that arrived in the bucket: judged by its bytes, and recorded; a refused one is recorded too, and
 * removed. The first accepted file of a document stays, so that nobody can put another one under a decision: an upload
 * form works for a while. What the system stored itself it also recorded itself.
 */
export function createReceiveDocument({ files, documents, now }: Deps): ReceiveDocument {
  const receive: ReceiveDocument = async ({ key, versionId }) => {
    const place = parseDocumentKey(key);
    // The key holds a file name that a person chose: it stays out of the error.
    if (!place) throw new GiveUp("KEY_IS_NO_DOCUMENT");
    const { id, dossierId } = place;
    const object = { id, key, versionId };
    const known = await documents.find(dossierId, id);
    if (known && isSettled(known, object)) {
      await removeWhatIsNotKept(files, known, object);
      return { dossierId, documentId: id, scan: "known" };
    }

    const { size, by } = await files.describe(object);
    if (by.role === "system") return { dossierId, documentId: id, scan: "known" };
    const judged = await judge(size, () => files.read(object));
    const at = toInstant(now());
    const stored = { s3Key: key, s3VersionId: versionId, schemaVersion: DOCUMENT_SCHEMA_VERSION } as const;
    await documents.record({ ...place, ...judged, ...stored, size, by, at });
    if (judged.scan !== "accepted") await files.remove(object);
    return { dossierId, documentId: id, scan: judged.scan };
  };
  /** Of two files at the same moment one is recorded first; the other is then looked at again. */
  return (arrival) =>
    receive(arrival).catch((error: unknown) => {
      if (error instanceof Conflict) return receive(arrival);
      throw error;
    });
}

/** A refused file makes room for another; the same object is not judged twice. */
const isSettled = (known: StoredDocument, { key, versionId }: { key: string; versionId?: string }): boolean =>
  known.scan === "accepted" || (known.s3Key === key && known.s3VersionId === versionId);

/**
 * The same file sent again stands over the accepted one, of which the bucket would lose the bytes with its old versions.
 * What the system stores again it also records again.
 */
async function removeWhatIsNotKept(files: ArrivedFiles, known: StoredDocument, object: ArrivedObject) {
  const { key, versionId } = object;
  if (known.scan !== "accepted" || known.s3Key !== key) return files.remove(object);
  if (known.by.role === "system" || versionId === undefined || known.s3VersionId === versionId) return;
  await files.removeVersion({ ...object, versionId });
}

type Judged = Pick<StoredDocument, "scan" | "contentType" | "sha256">;

/** What is empty or too large is not even read. */
async function judge(size: number, read: () => Promise<Uint8Array>): Promise<Judged> {
  const unread = { contentType: "application/octet-stream", sha256: "" };
  if (size === 0) return { ...unread, scan: "refused-empty" };
  if (size > MAXIMUM_DOCUMENT_BYTES) return { ...unread, scan: "refused-size" };
  const bytes = await read();
  return { ...(await scanDocument(bytes)), sha256: createHash("sha256").update(bytes).digest("hex") };
}
