import { dateOf, toInstant } from "../domain/calendar.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import type { Clock, Documents, HumanTasks } from "../domain/ports.ts";
import { ownDocument, WORD } from "../documents/own-document.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import { draftedAnswers } from "./drafted-answers.ts";
import type { WriteDraft } from "./write-protocol.ts";

type Deps = {
  openTask: OpenTask;
  documents: Pick<Documents, "find" | "put">;
  tasks: Pick<HumanTasks, "find">;
  writeDraft: WriteDraft;
  now: Clock;
};

/**
 * Opens a task with the LED protocol template, filled in from the dossier and from the protocol before it, among its
 * documents. The id of the template
 * follows from the task, so that a rebound task keeps the version that people may have downloaded.
 */
export function createOpenWithTemplate(deps: Deps): OpenTask {
  return async (definition, dossier, opening) => {
    if (definition.mayOpen(dossier).allowed) await storeTemplate(deps, definition, dossier);
    await deps.openTask(definition, dossier, opening);
  };
}

async function storeTemplate(
  { documents, tasks, writeDraft, now }: Deps,
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
  const last = dossier.protocolVersions?.at(-1);
  const version = { number: (last?.number ?? 0) + 1, date: dateOf(at) };
  const answers = last && answersIn(await tasks.find(dossier.id, last.task));
  const bytes = await writeDraft({ dossier, answers, version });
  const name = `protocol-${dossier.reference}.docx`;
  await documents.put(
    ownDocument(
      { id, dossierId: dossier.id, taskId: task, kind: "protocol-template", name, contentType: WORD, at },
      bytes,
    ),
    bytes,
  );
}

/** The answers of a submitted form; its term and advice are of that protocol only. */
function answersIn(task: HumanTask | undefined) {
  const { term: _term, advice: _advice, ...answers } = draftedAnswers(task?.decision?.fields ?? {});
  return answers;
}
