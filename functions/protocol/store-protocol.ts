import { createHash } from "node:crypto";
import { toInstant } from "../domain/calendar.ts";
import type { DocumentType } from "../domain/document-types.ts";
import type { StoredDocument } from "../domain/documents.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { SYSTEM } from "../domain/people.ts";
import type { Clock, Documents } from "../domain/ports.ts";
import { ProtocolForm } from "./protocol-form.ts";
import type { WriteProtocol } from "./write-protocol.ts";

const PDF: DocumentType = "application/pdf";
const WORD: DocumentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

type Deps = { documents: Pick<Documents, "find" | "put">; writeProtocol: WriteProtocol; now: Clock };
type Stored = Pick<Parameters<WriteProtocol>[0], "dossier" | "version"> & {
  /** The task with the answers. */
  submission: HumanTask;
  kind: "protocol" | "protocol-final";
  /** Id of the PDF; that of the DOCX follows from it. */
  id: string;
  name: string;
};
export type StoreProtocol = (about: Stored) => Promise<StoredDocument>;

/** Writes a protocol and stores it as PDF and DOCX, once. Returns the PDF. */
export function createStoreProtocol({ documents, writeProtocol, now }: Deps): StoreProtocol {
  return async ({ dossier, submission, version, kind, id, name }) => {
    const known = await documents.find(dossier.id, id);
    if (known) return known;
    // A draft of the form is a whole form once it is submitted; the fields of an earlier release may lack some.
    const answers = ProtocolForm.partial().safeParse(submission.decision?.fields).data;
    const { docx, pdf } = await writeProtocol({
      dossier,
      answers,
      version,
      templateOf: submission.decision?.at,
    });
    const put = (as: { id: string; name: string; contentType: DocumentType }, bytes: Uint8Array) =>
      documents.put(
        {
          ...as,
          dossierId: dossier.id,
          taskId: taskId(submission),
          kind,
          size: bytes.byteLength,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          scan: "accepted",
          by: SYSTEM,
          at: toInstant(now()),
        },
        bytes,
      );
    const word = { id: `${id}-docx`, name: `${name}.docx`, contentType: WORD };
    // The PDF comes last, since its record says that both are there.
    if (kind === "protocol" && !(await documents.find(dossier.id, word.id))) await put(word, docx);
    return put({ id, name: `${name}.pdf`, contentType: PDF }, pdf);
  };
}
