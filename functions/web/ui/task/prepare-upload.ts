import { DocumentKind } from "../../../domain/documents.ts";
import { documentsFit } from "../../../domain/documents-fit.ts";
import type { TaskDefinition } from "../../../domain/task-definition.ts";
import type { Documents, NewId, Upload, UploadForm, WholeDossier } from "../../../domain/ports.ts";
import type { Reason } from "../../../domain/verdict.ts";
import { Refusal } from "../../http/refusals.ts";

/** The kind of document to add; refused when the task does not take it. */
export function kindOf(definition: TaskDefinition, given: string | null, onBehalf: boolean): DocumentKind {
  const { data: kind } = DocumentKind.safeParse(given);
  const isNeeded = definition.documents.some((need) => need.kind === kind);
  if (!kind || !(isNeeded || (onBehalf && kind === "received-on-behalf"))) throw new Refusal("bad-request");
  return kind;
}

type Prepared = { status: "prepared"; id: string; form: UploadForm } | { status: "full"; reasons: Reason[] };

/** Prepares a form that uploads one document to a task, or to the dossier itself, and the id of the document. */
export function createPrepareUpload(deps: { documents: Pick<Documents, "prepareUpload">; newId: NewId }) {
  return async (
    { dossier, documents }: Pick<WholeDossier, "dossier" | "documents">,
    wanted: Omit<Upload, "id" | "dossierId">,
    returnTo: (documentId: string) => string,
  ): Promise<Prepared> => {
    const verdict = documentsFit(documents, wanted);
    if (!verdict.allowed) return { status: "full", reasons: verdict.reasons };
    const id = deps.newId();
    const upload = { ...wanted, id, dossierId: dossier.id };
    return { status: "prepared", id, form: await deps.documents.prepareUpload(upload, returnTo(id)) };
  };
}
