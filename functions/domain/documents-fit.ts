import { isAccepted, isChecking, type StoredDocument } from "./documents.ts";
import { NAMES } from "./names.ts";
import { type Actor, isOfConsumer } from "./people.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

const MEGABYTE = 1024 * 1024;

/** Quota of each side: far more than the process needs, and small enough for one export. */
export const DOCUMENT_QUOTA = {
  task: { files: 20, bytes: 200 * MEGABYTE },
  outside: { files: 100, bytes: 1024 * MEGABYTE },
  dossier: { files: 200, bytes: 2048 * MEGABYTE },
};

/** A file before upload; its size is not known yet. */
type Wanted = { taskId?: string; by: Actor; size?: number };

/**
 * DOC-06: a side keeps at most 20 documents (200 MB) at a task, 100 (1 GB) outside tasks, and 200 (2 GB) in a dossier.
 * Only stored files count, and one side never uses the quota of the other.
 * Source: OWASP File Upload (storage limits); the process, the documents of each step.
 */
export function documentsFit(
  documents: readonly StoredDocument[],
  { taskId, by, size = 1 }: Wanted,
): Verdict {
  const own = documents.filter(
    (document) =>
      (isAccepted(document) || isChecking(document)) &&
      document.by.role !== "system" &&
      isOfConsumer(document.by) === isOfConsumer(by),
  );
  const place = taskId === undefined ? "outside" : "task";
  const there = own.filter((document) => document.taskId === taskId);
  if (!fits(there, size, DOCUMENT_QUOTA[place])) return refused("DOC-06", texts[place]);
  return fits(own, size, DOCUMENT_QUOTA.dossier) ? allowed : refused("DOC-06", texts.dossier);
}

const fits = (kept: readonly StoredDocument[], size: number, most: { files: number; bytes: number }) =>
  kept.length < most.files && kept.reduce((sum, document) => sum + document.size, size) <= most.bytes;

const texts = {
  task: `Bij deze taak staan al 20 documenten, of samen 200 MB. Voeg documenten samen in één bestand, of stuur het ${NAMES.desk} een mail.`,
  outside: `In dit dossier staan al 100 documenten die bij geen taak horen, of samen 1 GB. Voeg er geen meer toe en stuur het ${NAMES.desk} een mail.`,
  dossier: `In dit dossier staan al 200 documenten, of samen 2 GB. Voeg er geen meer toe en stuur het ${NAMES.desk} een mail.`,
};
