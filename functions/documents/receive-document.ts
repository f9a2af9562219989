import { createHash } from "node:crypto";
import type { ArrivedFiles, ArrivedObject } from "../adapters/s3/arrived-files.ts";
import { documentKey, parseUploadKey } from "../adapters/s3/document-key.ts";
import { addMinutes, toInstant } from "../domain/calendar.ts";
import { isImage } from "../domain/document-types.ts";
import {
  CHECK_MINUTES,
  type FileRefusal,
  isChecking,
  MAXIMUM_DOCUMENT_BYTES,
  type StoredDocument,
  takesImages,
} from "../domain/documents.ts";
import { documentsFit } from "../domain/documents-fit.ts";
import { Conflict, GiveUp } from "../domain/errors.ts";
import { cleanFileName } from "../domain/file-name.ts";
import type { Arrival, Clock, Documents, Pause, Staff } from "../domain/ports.ts";
import type { Member } from "../domain/staff.ts";
import { colleaguesNow } from "./colleagues-now.ts";
import { documentIsAwaited } from "./document-is-awaited.ts";
import type { Scan } from "./scan.ts";
import { oneByOne } from "./one-by-one.ts";

type Deps = {
  files: ArrivedFiles;
  documents: Pick<Documents, "find" | "findArrival" | "record">;
  staff: Pick<Staff, "listColleagues" | "listSubstitutions">;
  scan: (bytes: Uint8Array) => Promise<Scan>;
  /** Whether files are checked for malware, in quarantine, before they are accepted. */
  quarantines: boolean;
  now: Clock;
  pause: Pause;
};
/** `known`: a file of this form was already handled. `gone`: the dossier or the object no longer exists. */
export type Received = {
  dossierId: string;
  documentId: string;
  scan: StoredDocument["scan"] | "known" | "gone";
};
export type ReceiveDocument = (arrival: { key: string; versionId?: string }) => Promise<Received>;

type Place = Pick<StoredDocument, "id" | "dossierId" | "taskId" | "kind">;
type Unstored = Omit<StoredDocument, "s3Key" | "s3VersionId">;

/**
 * Takes in an uploaded file: scans its bytes and records it. The write fails once nobody waits for the document any
 * longer. It is then in quarantine, until it was checked for malware (settle-check.ts), or stored permanently where
 * nothing is checked. A refused file is recorded without its content. The upload is always removed.
 *
 * An upload form can be sent again for as long as it is valid, and S3 counts nothing. One file per form is judged: the
 * first one that is recorded, whatever became of it. Any further file is removed after one small read. So nobody can
 * replace a file that a decision refers to either.
 */
export function createReceiveDocument(deps: Deps): ReceiveDocument {
  return async ({ key, versionId }) => {
    const place = parseUploadKey(key);
    // A key of an earlier version holds a file name from a person, which must not appear in an error.
    if (!place) throw new GiveUp("KEY_IS_NO_DOCUMENT");
    const { dossierId, id } = place;
    const object = { id, key, versionId, name: place.name };
    const scan = await oneByOne(() => takeIn(deps, place, object), deps.pause);
    return { dossierId, documentId: id, scan };
  };
}

async function takeIn(deps: Deps, place: Place, object: ArrivedObject): Promise<Received["scan"]> {
  const { files, documents } = deps;
  const known = await documents.find(place.dossierId, place.id);
  if (known && isChecking(known)) {
    if (isItself(known, object)) await quarantineAgain(deps, known, object);
    await files.remove(object);
    return "known";
  }
  if (known) {
    // An interrupted run may have stored a file that was never recorded.
    if (known.scan !== "accepted") await removeStored(deps, place);
    if (!isKept(known, object)) await files.remove(object);
    return "known";
  }
  const arrival = await documents.findArrival(place.dossierId);
  const document = arrival && (await accepted(deps, place, object, arrival));
  if (arrival && !document) return "gone";
  if (!document || document.scan === "refused-late") await removeStored(deps, place);
  await files.remove(object);
  return document?.scan ?? "gone";
}

const removeStored = ({ files }: Deps, place: Place) =>
  files.removeAll({ id: place.id, key: documentKey(place) });

/** An object of an earlier version is itself the stored document. */
const isKept = ({ scan, s3Key, s3VersionId }: StoredDocument, { key, versionId }: ArrivedObject): boolean =>
  scan === "accepted" && isItself({ s3Key, s3VersionId }, { key, versionId });
const isItself = (
  { s3Key, s3VersionId }: Pick<StoredDocument, "s3Key" | "s3VersionId">,
  { key, versionId }: Pick<ArrivedObject, "key" | "versionId">,
): boolean => s3Key === key && s3VersionId === versionId;

/** An interrupted run recorded the document, and perhaps put no file in quarantine. Twice is as once. */
async function quarantineAgain({ files, scan }: Deps, known: StoredDocument, object: ArrivedObject) {
  if (!(await files.describe(object))) return;
  const read = await files.read(object);
  const { cleaned = read } = await scan(read);
  await files.quarantine(known, cleaned);
}

/** The record of the document: stored and accepted, or refused with the reason. */
async function accepted(deps: Deps, place: Place, object: ArrivedObject, arrival: Arrival) {
  const { files, documents, now } = deps;
  const described = await files.describe(object);
  // A repeated event: the object was scanned and removed, or was removed with its dossier.
  if (!described) return undefined;
  const { size, by, name, title } = described;
  const { key: s3Key, versionId: s3VersionId } = object;
  const { dossierId, taskId, kind, id } = place;
  const fact = { id, dossierId, taskId, kind, title, size, by } as const;
  const unread = { ...fact, at: toInstant(now()), contentType: UNKNOWN, sha256: "" };
  const refuse = async (scan: FileRefusal) => {
    const said = scan === "refused-late" ? NOTHING_KEPT : { name: cleanFileName(name, UNKNOWN) };
    const document = { ...unread, ...said, scan, s3Key, s3VersionId };
    await documents.record(document, arrival);
    return document;
  };
  const early = refusalUnread(arrival, unread, await colleaguesNow(deps, by));
  if (early) return refuse(early);
  const read = await files.read(object);
  const { scan, contentType, signed, cleaned: bytes = read } = await deps.scan(read);
  if (scan !== "accepted") return refuse(scan);
  if (isImage(contentType) && !takesImages(kind)) return refuse("refused-type");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const found = { contentType, size: bytes.length, sha256, scan, signed };
  const document = { ...unread, ...found, name: cleanFileName(name, contentType) };
  if (!deps.quarantines) return storeAndRecord(deps, document, bytes, arrival);
  const clocks = { check: addMinutes(document.at, CHECK_MINUTES) };
  const waiting = { ...document, scan: "checking", s3Key, s3VersionId, clocks } as const;
  // Recorded first: a result that comes at once finds its document.
  await documents.record(waiting, arrival);
  await files.quarantine(waiting, bytes);
  return waiting;
}

const UNKNOWN = "application/octet-stream";
/** Of a file that came too late. */
export const NOTHING_KEPT = { name: "", title: undefined };

/** A refusal without reading the file: it is late, over the quota, empty or too large. */
function refusalUnread(
  arrival: Arrival,
  { taskId, by, size }: Pick<StoredDocument, "taskId" | "by" | "size">,
  colleagues: readonly Member[],
): FileRefusal | undefined {
  if (!documentIsAwaited(arrival, taskId, by, colleagues)) return "refused-late";
  if (size === 0) return "refused-empty";
  if (size > MAXIMUM_DOCUMENT_BYTES) return "refused-size";
  return documentsFit(arrival.documents, { taskId, by, size }).allowed ? undefined : "refused-quota";
}

async function storeAndRecord(
  { files, documents }: Deps,
  document: Unstored,
  bytes: Uint8Array,
  arrival: Arrival,
): Promise<StoredDocument> {
  const stored = await files.store(document, bytes);
  try {
    await documents.record(stored, arrival);
  } catch (error) {
    // A conflict means that the record was not written. After any other error this is unknown.
    if (error instanceof Conflict)
      await files.remove({ id: stored.id, key: stored.s3Key, versionId: stored.s3VersionId });
    throw error;
  }
  return stored;
}
