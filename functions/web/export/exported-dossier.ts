import type { Instant } from "../../domain/calendar.ts";
import { isAccepted } from "../../domain/documents.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import { documentAnswer, dossierAnswer, taskAnswer } from "./answers.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { documentFile, mailFile } from "./file-names.ts";

/** The documents and the mails that an export has files of, in the order in which they came. */
export const exportedDocuments = ({ documents }: WholeDossier) =>
  documents.filter(isAccepted).toSorted((a, b) => a.at.localeCompare(b.at));
export const exportedMails = ({ mails }: WholeDossier) =>
  mails.filter(({ status }) => status === "sent").toSorted((a, b) => a.at.localeCompare(b.at));

/** A dossier as data that can be read without this system: without task tokens, clocks and S3 keys. */
export function toldData(whole: WholeDossier, definitions: Definitions, now: Instant) {
  const files = exportedDocuments(whole);
  const mails = exportedMails(whole);
  return {
    dossier: dossierAnswer(whole.dossier),
    tasks: whole.tasks.map((task) => taskAnswer(task, definitions, whole.dossier, now)),
    accesses: whole.accesses,
    documents: whole.documents.map((document) => {
      const index = files.indexOf(document);
      return { ...documentAnswer(document), file: index < 0 ? undefined : documentFile(document, index) };
    }),
    mails: mails.map((mail, index) => ({ ...mail, file: mailFile(mail, index) })),
    changes: whole.changes,
    notes: whole.notes,
  };
}
