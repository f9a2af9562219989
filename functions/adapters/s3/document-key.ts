import { DocumentKind } from "../../domain/documents.ts";
import { parseTaskId } from "../../domain/human-task.ts";
import type { Upload } from "../../domain/ports.ts";

type Place = Pick<Upload, "id" | "dossierId" | "taskId" | "kind">;

/** Where the documents of dossiers stand in the bucket; what arrives below it is checked by `documents/`. */
export const DOCUMENTS_PREFIX = "dossiers/";

/** Key of a document up to its file name, which S3 fills in when a browser posts the file. */
export const documentKeyPrefix = ({ dossierId, taskId, kind, id }: Place): string =>
  `${DOCUMENTS_PREFIX}${dossierId}/${taskId}/${kind}/${id}/`;

/** What a key says about its document; undefined when it is no document's key. */
export function parseDocumentKey(key: string): (Place & { name: string }) | undefined {
  const [prefix, dossierId, taskId, kindName, id, ...name] = key.split("/");
  const kind = DocumentKind.safeParse(kindName);
  if (
    `${prefix}/` !== DOCUMENTS_PREFIX ||
    !dossierId ||
    !taskId ||
    !id ||
    name.length === 0 ||
    !kind.success
  ) {
    return undefined;
  }
  if (!parseTaskId(taskId)) return undefined;
  return { dossierId, taskId, kind: kind.data, id, name: fileName(name.join("/")) };
}

/** Some browsers send a whole path; only its last part is the name. */
const fileName = (path: string): string => path.split(/[\\/]/).at(-1) || "document";
