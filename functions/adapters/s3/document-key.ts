import { DocumentKind } from "../../domain/documents.ts";
import { parseTaskId } from "../../domain/human-task.ts";
import type { Upload } from "../../domain/ports.ts";

type Place = Pick<Upload, "id" | "dossierId" | "taskId" | "kind">;

/** Where the documents of dossiers stand in the bucket. */
export const DOCUMENTS_PREFIX = "dossiers/";
/** Where browsers put files: nobody reads them there but `documents/`, which looks at them and takes them in. */
export const UPLOADS_PREFIX = "uploads/";

/** Ids only: a key ends up in access logs, which outlive an erasure. */
const below = (prefix: string, { dossierId, taskId, kind, id }: Place): string =>
  `${prefix}${dossierId}/${taskId}/${kind}/${id}`;

export const documentKey = (place: Place): string => below(DOCUMENTS_PREFIX, place);
export const uploadKey = (place: Place): string => below(UPLOADS_PREFIX, place);

/** Documents of an earlier version stand under a key with their file name, and without a name of their own. */
export const isNamedByKey = (key: string): boolean => key.split("/").length > 5;

/**
 * What the key of an upload says about its document; undefined when it is no upload. An upload form of an earlier version
 * still puts its file below the documents, with the name in the key.
 */
export function parseUploadKey(key: string): (Place & { name?: string }) | undefined {
  const [prefix, dossierId, taskId, kindName, id, ...rest] = key.split("/");
  const kind = DocumentKind.safeParse(kindName);
  const isNamed = `${prefix}/` === DOCUMENTS_PREFIX && rest.length > 0;
  const isUpload = `${prefix}/` === UPLOADS_PREFIX && rest.length === 0;
  if (!(isNamed || isUpload) || !dossierId || !taskId || !id || !kind.success) return undefined;
  if (!parseTaskId(taskId)) return undefined;
  return { dossierId, taskId, kind: kind.data, id, ...(isNamed && { name: rest.join("/") }) };
}
