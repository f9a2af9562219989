import { dateOf, toInstant } from "../domain/calendar.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import type { Clock, Documents } from "../domain/ports.ts";
import { ownDocument, WORD } from "../documents/own-document.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import type { WriteDraft } from "./write-protocol.ts";

type Deps = {
  openTask: OpenTask;
  documents: Pick<Documents, "find" | "put">;
  writeDraft: WriteDraft;
  now: Clock;
};

/**
 * Opens a task with the LED protocol template, filled in from the dossier, among its documents. The id of the template
 * follows from the task, so that a rebound task keeps the version that people may have downloaded.
 */
export function createOpenWithTemplate(deps: Deps): OpenTask {
  return async (definition, dossier, opening) => {
    if (definition.mayOpen(dossier).allowed) await storeTemplate(deps, definition, dossier);
    await deps.openTask(definition, dossier, opening);
  };
}

async function storeTemplate(
  { documents, writeDraft, now }: Deps,
  definition: TaskDefinition,
  dossier: Dossier,
) {
  const task = taskId({
    kind: definition.kind,
    pass: dossier.pass,
    round: roundOf(dossier, definition.stage),
  });
  const id = `template-${task}`;
  if (await documents.find(dossier.id, id)) return;
  const at = toInstant(now());
  const number = (dossier.protocolVersions?.at(-1)?.number ?? 0) + 1;
  const bytes = await writeDraft({ dossier, version: { number, date: dateOf(at) } });
  const name = `protocol-${dossier.reference}.docx`;
  await documents.put(
    ownDocument(
      { id, dossierId: dossier.id, taskId: task, kind: "protocol-template", name, contentType: WORD, at },
      bytes,
    ),
    bytes,
  );
}
