import { createHash } from "node:crypto";
import { inOneOrder } from "../../domain/canonical.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { accessAnswer, documentAnswer, dossierAnswer, taskAnswer } from "../export/answers.ts";

/** A fixed moment: values that depend on the current time, such as days late, do not change the tag. */
const ANY_MOMENT = "2000-01-01T00:00:00.000Z";

/** The entity tag of a dossier, over its tasks, documents and accesses. Messages and mails do not change it. */
export function etagOf(
  { dossier, tasks, documents, accesses }: WholeDossier,
  definitions: Definitions,
): string {
  const state = [
    dossierAnswer(dossier),
    tasks.map((task) => taskAnswer(task, definitions, dossier, ANY_MOMENT)),
    documents.map(documentAnswer),
    accesses.map((access) => accessAnswer(access, ANY_MOMENT)),
  ];
  return `"${createHash("sha256").update(inOneOrder(state)).digest("base64url").slice(0, 22)}"`;
}

/** Whether an `If-Match` names this tag (RFC 9110, 13.1.1). */
export const isNamedIn = (header: string, etag: string): boolean =>
  header.trim() === "*" || header.split(",").some((one) => one.trim() === etag);
