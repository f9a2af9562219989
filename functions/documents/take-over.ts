import { toInstant } from "../domain/calendar.ts";
import { teamActsFor } from "../domain/decide.ts";
import { isImage } from "../domain/document-types.ts";
import { type DocumentKind, isAccepted, type StoredDocument, takesImages } from "../domain/documents.ts";
import { documentsFit } from "../domain/documents-fit.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { isTakenOver, messageOf } from "../domain/messages.ts";
import type { Actor } from "../domain/people.ts";
import type { Arrival, Clock, Documents, NewId } from "../domain/ports.ts";
import type { Definitions } from "../domain/task-definition.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

type Deps = {
  documents: Pick<Documents, "findArrival" | "record">;
  definitions: Definitions;
  now: Clock;
  newId: NewId;
};
type Wanted = { dossierId: string; documentId: string; taskId: string; kind: DocumentKind };
export type TakeOver = (wanted: Wanted, by: Actor) => Promise<Verdict>;

/**
 * Takes a file that came with a message over as a document of an open task. It was checked when it came: the new record
 * names the same file. Idempotent.
 */
export function createTakeOver(deps: Deps): TakeOver {
  return (wanted, by) =>
    untilNoConflict(async () => {
      const arrival = await deps.documents.findArrival(wanted.dossierId);
      const document = arrival?.documents.find(({ id }) => id === wanted.documentId);
      const task = arrival?.tasks.find((one) => taskId(one) === wanted.taskId);
      if (!arrival || !document || !task) return refused("DOC-13", texts.unknown);
      if (isTakenOver(document, wanted, arrival.documents)) return allowed;
      const verdict = mayBeTakenOver(deps.definitions, { document, task, kind: wanted.kind }, arrival, by);
      const message = messageOf(document, arrival.notes);
      if (!verdict.allowed || !message) return verdict;
      const { title: _t, checkedAt: _c, ...file } = document;
      const id = deps.newId();
      const place = { id, taskId: wanted.taskId, kind: wanted.kind, by, at: toInstant(deps.now()) };
      const takenFrom = { document: document.id, message: message.id };
      await deps.documents.record({ ...file, ...place, takenFrom }, arrival);
      return allowed;
    });
}

type Candidate = { document: StoredDocument; task: HumanTask; kind: DocumentKind };

/**
 * DOC-13: a file of a message becomes the document of an open task that the LED team may decide on behalf of its audience,
 * as a kind that this task asks for. The record names the message and the member of the team.
 * Source: the process, "Audiences"; GDPR 5(1)(f), integrity of what was decided.
 */
export function mayBeTakenOver(
  definitions: Definitions,
  { document, task, kind }: Candidate,
  { documents, notes }: Pick<Arrival, "documents" | "notes">,
  by: Actor,
): Verdict {
  const isOfMessage = isAccepted(document) && messageOf(document, notes) !== undefined;
  const isAsked = task.status === "open" && teamActsFor(task) && kindsOf(definitions, task).includes(kind);
  return allOf(
    isOfMessage ? allowed : refused("DOC-13", texts.unknown),
    isAsked ? allowed : refused("DOC-13", texts.notAsked),
    isImage(document.contentType) && !takesImages(kind) ? refused("DOC-13", texts.image) : allowed,
    documentsFit(documents, { taskId: taskId(task), by, size: document.size }),
  );
}

/** The kinds of document that a task asks for. */
export const kindsOf = (definitions: Definitions, { kind }: Pick<HumanTask, "kind">): DocumentKind[] =>
  definitions[kind].documents.map((need) => need.kind);

const texts = {
  unknown: "Dit bestand kan je niet overnemen.",
  notAsked: "De taak staat niet meer open, of vraagt zo'n document niet.",
  image: "Dit bestand is een afbeelding. Voor dit document is een PDF of een tekstbestand nodig.",
};
