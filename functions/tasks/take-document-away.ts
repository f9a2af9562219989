import { toInstant } from "../domain/calendar.ts";
import { isAccepted, type StoredDocument } from "../domain/documents.ts";
import { isClosedOrWithdrawn } from "../domain/dossier.ts";
import { type HumanTask, taskId as idOf } from "../domain/human-task.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Documents, Dossiers, WholeDossier } from "../domain/ports.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";

/**
 * DOC-11: a document that somebody added to a task can be taken away while the task is open, by whoever may decide it. Its
 * record stays, with who took it away; its file is deleted in every version.
 * Source: the process, the documents of each step; GDPR 5(1)(c), data minimisation.
 */
export const mayBeTakenAway = (
  document: StoredDocument,
  task: HumanTask,
  { dossier }: Pick<WholeDossier, "dossier">,
): boolean =>
  document.taskId === idOf(task) &&
  isAccepted(document) &&
  document.by.role !== "system" &&
  task.status === "open" &&
  !isClosedOrWithdrawn(dossier);

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  documents: Pick<Documents, "takeAway">;
  now: Clock;
};
/** `kept`: the document stays. The task is no longer open, or this document cannot be taken away. */
export type TakeDocumentAway = (
  place: { dossierId: string; taskId: string; documentId: string },
  by: Actor,
) => Promise<"taken" | "kept">;

/** Takes a document away. Follow-up deletes its file. Idempotent: whoever was first stays in the record. */
export function createTakeDocumentAway({ dossiers, documents, now }: Deps): TakeDocumentAway {
  return ({ dossierId, taskId, documentId }, by) =>
    untilNoConflict(async () => {
      const whole = await dossiers.findWhole(dossierId);
      const task = whole?.tasks.find((one) => idOf(one) === taskId);
      const document = whole?.documents.find(({ id }) => id === documentId);
      if (!whole || !task || !document) return "kept";
      if (document.taskId === taskId && document.removed) return "taken";
      if (!mayBeTakenAway(document, task, whole)) return "kept";
      await documents.takeAway(document, { by, at: toInstant(now()) });
      return "taken";
    });
}
