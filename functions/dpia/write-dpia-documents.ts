import { dateOf, toInstant } from "../domain/calendar.ts";
import type { DocumentKind } from "../domain/documents.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { taskId } from "../domain/human-task.ts";
import type { Clock, Documents, HumanTasks } from "../domain/ports.ts";
import { storeBoth } from "../documents/own-document.ts";
import type { Site } from "../mail/send-mail.ts";
import { documentWriter } from "../templates/document-writer.ts";
import { initialDraftTemplate, preAssessmentTemplate } from "./documents.nl.ts";
import { dpiaValues } from "./dpia-values.ts";
import { preAssessmentTexts } from "./pre-assessment-texts.nl.ts";

type Deps = {
  tasks: Pick<HumanTasks, "find">;
  documents: Pick<Documents, "find" | "put">;
  site: Site;
  now: Clock;
};
export type WriteDpiaDocuments = (dossier: Dossier) => Promise<void>;

/**
 * Writes the pre-assessment from its answers, and the initial draft where a DPIA is required. Each is a PDF and a Word
 * document. Where the team added its own document of a kind, none of that kind is written. Idempotent.
 */
export function createWriteDpiaDocuments(deps: Deps, writer = documentWriter): WriteDpiaDocuments {
  return async (dossier) => {
    const { dpia } = dossier;
    const of = { kind: "PreAssessDpia", pass: dossier.pass, round: roundOf(dossier, "DPIA") } as const;
    const decision = (await deps.tasks.find(dossier.id, taskId(of)))?.decision;
    if (!dpia || !decision) return;
    const added = await kindsOf(deps, dossier, decision.documents);
    const author = deps.site.names.agencyInFull;
    for (const kind of kindsFor[dpia.conclusion].filter((one) => !added.includes(one))) {
      const id = `${kind}-${taskId(of)}`;
      const name = preAssessmentTexts.fileName[kind](dossier.reference);
      const { dossierId, at } = { dossierId: dossier.id, at: toInstant(deps.now()) };
      await storeBoth(deps.documents, { id, dossierId, taskId: taskId(of), kind, name, at }, () =>
        writer.writeText(TEMPLATES[kind](author), {
          values: dpiaValues({ dossier, dpia, answers: decision.fields, site: deps.site }),
          author,
          date: dateOf(dpia.concludedAt),
          withHelp: kind === "dpia-initial-draft",
        }),
      );
    }
  };
}

const kindsFor = {
  required: ["dpia-pre-assessment", "dpia-initial-draft"],
  "not-required": ["dpia-pre-assessment"],
} as const;

const TEMPLATES = {
  "dpia-pre-assessment": preAssessmentTemplate,
  "dpia-initial-draft": initialDraftTemplate,
};

/** Kinds of the documents that the team added to its decision. */
async function kindsOf(
  { documents }: Deps,
  { id }: Dossier,
  ids: readonly string[],
): Promise<(DocumentKind | undefined)[]> {
  const found = await Promise.all(ids.map((one) => documents.find(id, one)));
  return found.map((document) => document?.kind);
}
