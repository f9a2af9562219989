import { DocumentKind } from "../../domain/documents.ts";
import { parseTaskId } from "../../domain/human-task.ts";
import type { Upload } from "../../domain/ports.ts";

type Place = Pick<Upload, "id" | "dossierId" | "taskId" | "kind">;

/** Prefix of the documents of dossiers. */
export const DOCUMENTS_PREFIX = "dossiers/";
/** Prefix of uploads by browsers. Only `documents/` reads them, to scan and accept them. */
export const UPLOADS_PREFIX = "uploads/";

/** Prefix of documents that wait for a result of the check for malware. No page and no other function reads them. */
export const QUARANTINE_PREFIX = "quarantine/";

/** In place of a task, for a document of kind `other`: it belongs to the dossier itself. */
const OUTSIDE = "dossier";

/** Holds only ids: a key appears in access logs, which outlive an erasure. */
const below = (prefix: string, { dossierId, taskId, kind, id }: Place): string =>
  `${prefix}${dossierId}/${taskId ?? OUTSIDE}/${kind}/${id}`;

export const documentKey = (place: Place): string => below(DOCUMENTS_PREFIX, place);
export const quarantineKey = (place: Place): string => below(QUARANTINE_PREFIX, place);
export const uploadKey = (place: Place): string => below(UPLOADS_PREFIX, place);

/** Documents of an earlier version have the file name in their key and no name metadata. */
export const isNamedByKey = (key: string): boolean => key.split("/").length > 5;

/** Parses the key of a document in quarantine; undefined for other keys. */
export function parseQuarantineKey(key: string): Place | undefined {
  const isQuarantined = key.startsWith(QUARANTINE_PREFIX);
  return isQuarantined ? parseUploadKey(key.replace(QUARANTINE_PREFIX, UPLOADS_PREFIX)) : undefined;
}

/**
 * Parses the key of an upload; undefined for other keys. An upload form of an earlier version puts its file among the
 * documents, with the name in the key.
 */
export function parseUploadKey(key: string): (Place & { name?: string }) | undefined {
  const [prefix, dossierId, taskId, kindName, id, ...rest] = key.split("/");
  const kind = DocumentKind.safeParse(kindName);
  const isNamed = `${prefix}/` === DOCUMENTS_PREFIX && rest.length > 0;
  const isUpload = `${prefix}/` === UPLOADS_PREFIX && rest.length === 0;
  if (!(isNamed || isUpload) || !dossierId || !taskId || !id || !kind.success) return undefined;
  if (taskId === OUTSIDE) return kind.data === "other" ? { dossierId, kind: kind.data, id } : undefined;
  if (!parseTaskId(taskId)) return undefined;
  return { dossierId, taskId, kind: kind.data, id, ...(isNamed && { name: rest.join("/") }) };
}
