import type { Documents, ExportFiles, WholeDossier } from "../../domain/ports.ts";
import { exportIsThere } from "../export/export-is-there.ts";
import { Refusal } from "../http/refusals.ts";
import { documentsFor } from "../ui/task/documents-for.ts";
import { addressOfDocument } from "../ui/task/give-document.ts";
import type { Caller } from "./admin-site.ts";
import { recordReading, type RecordingDeps } from "./record-reading.ts";

/** The download address of a file, for a person of the LED. Every such address is made and recorded here. */

export async function documentAddressFor(
  deps: RecordingDeps & { documents: Pick<Documents, "downloadAddress" | "isThere"> },
  caller: Caller,
  whole: WholeDossier,
  id: string,
): Promise<string> {
  const document = documentsFor("led-team", whole).find((candidate) => candidate.id === id);
  if (!document) throw new Refusal("page-unknown");
  const address = await addressOfDocument(deps.documents, document);
  await recordReading(deps, caller, whole.dossier.id, { what: "document", id });
  return address;
}

export async function exportAddressFor(
  deps: RecordingDeps & { exports: Pick<ExportFiles, "downloadAddress"> },
  caller: Caller,
  { dossier }: WholeDossier,
  id: string,
): Promise<string> {
  if (!exportIsThere(id, deps.now())) throw new Refusal("page-unknown");
  await recordReading(deps, caller, dossier.id, { what: "export", id });
  return deps.exports.downloadAddress(dossier.id, id, `${dossier.reference}.zip`);
}
