import { toInstant } from "../domain/calendar.ts";
import type { StoredDocument } from "../domain/documents.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { Clock, Documents } from "../domain/ports.ts";
import { storeBoth } from "../documents/own-document.ts";
import { ProtocolForm } from "./protocol-form.ts";
import type { WriteProtocol } from "./write-protocol.ts";

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

/** Writes a protocol and stores it as PDF, and until it is final as DOCX, once. Returns the PDF. */
export function createStoreProtocol({ documents, writeProtocol, now }: Deps): StoreProtocol {
  return async ({ dossier, submission, version, kind, id, name }) =>
    storeBoth(
      documents,
      {
        ...{ id, name, kind, dossierId: dossier.id, taskId: taskId(submission), at: toInstant(now()) },
        isFinal: kind === "protocol-final",
      },
      () =>
        writeProtocol({
          dossier,
          // A draft of the form is a whole form once it is submitted; the fields of an earlier release may lack some.
          answers: ProtocolForm.partial().safeParse(submission.decision?.fields).data,
          version,
          templateOf: submission.decision?.at,
        }),
    );
}
