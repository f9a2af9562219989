import { isDeepStrictEqual } from "node:util";
import { toInstant } from "../../../domain/calendar.ts";
import type { Proposed } from "../../../domain/decide.ts";
import { withoutBlanks } from "../../../domain/canonical.ts";
import { Conflict } from "../../../domain/errors.ts";
import { documentsToKeep } from "../../../domain/kept-documents.ts";
import { taskId } from "../../../domain/human-task.ts";
import type { Clock, HumanTasks } from "../../../domain/ports.ts";
import type { Draft } from "../../../domain/records.ts";
import { Refusal } from "../../http/refusals.ts";
import { shownValues } from "./confirmation.ts";
import type { ShownTask } from "./find-shown-task.ts";

export type SaveDraftResult =
  | { status: "saved"; draft: Draft }
  /** Another window saved first; the stored draft. */
  | { status: "saved-elsewhere"; draft: Draft }
  /** The task was decided or closed in the meantime. */
  | { status: "no-longer-open" }
  /** Nothing is saved: a robot that presses the button must not overwrite a draft. */
  | { status: "nothing-typed" };

/** Maximum size of a stored form: more than a posted form, and below the 400 KB of an item of the table. */
const MAXIMUM_DRAFT_BYTES = 350 * 1024;
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Saves incomplete input, with optimistic locking on the draft that the form was based on. */
export function createSaveDraft(deps: { tasks: Pick<HumanTasks, "findDraft" | "saveDraft">; now: Clock }) {
  return async (sight: ShownTask, proposed: Proposed, basedOn: number): Promise<SaveDraftResult> => {
    if (!isTyped(sight, proposed)) return { status: "nothing-typed" };
    const { task } = sight;
    const id = taskId(task);
    const { outcome, fields: values, seen, by, documents } = proposed;
    if (bytesOf({ values, seen }) > MAXIMUM_DRAFT_BYTES) throw new Refusal("too-large");
    const at = toInstant(deps.now());
    const draft = { taskId: id, outcome, values, seen, version: basedOn + 1, at, by: by.id, documents };
    try {
      await deps.tasks.saveDraft(task.dossierId, draft);
      return { status: "saved", draft };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const stored = await deps.tasks.findDraft(task.dossierId, id);
      if (stored && isSame(stored, draft)) return { status: "saved", draft: stored };
      return stored && stored.version !== basedOn
        ? { status: "saved-elsewhere", draft: stored }
        : { status: "no-longer-open" };
    }
  };
}
/** Whether a form has input that differs from its initial values, or keeps a document of the earlier round. */
function isTyped(sight: ShownTask, { outcome, fields, documents }: Proposed): boolean {
  const { definition, task, whole } = sight;
  if (documentsToKeep(definition, task, whole).some(({ id }) => documents.includes(id))) return true;
  const given = withoutBlanks(fields);
  const shown = withoutBlanks(shownValues(sight, outcome));
  return given !== undefined && !isDeepStrictEqual(given, shown);
}

/** A repeated or concurrent post of the same draft. */
const isSame = (stored: Draft, draft: Draft): boolean =>
  stored.version === draft.version &&
  stored.outcome === draft.outcome &&
  isDeepStrictEqual(
    [stored.values, stored.seen, stored.documents],
    [draft.values, draft.seen, draft.documents],
  );

export type SaveDraft = ReturnType<typeof createSaveDraft>;

/** Far more drafts than anybody saves for a task. */
const VERSION = /^\d{1,6}$/;

/** The version of the draft that a form was based on; 0 without one. */
export function basedOn(form: URLSearchParams): number {
  const version = form.get("draftVersion") ?? "";
  return VERSION.test(version) ? Number(version) : 0;
}

/** Saves input when somebody leaves the form for another page; a form without input saves no draft. */
export function createKeepTyped(deps: Parameters<typeof createSaveDraft>[0]) {
  const saveDraft = createSaveDraft(deps);
  return async (sight: ShownTask, proposed: Proposed, form: URLSearchParams): Promise<SaveDraftResult> =>
    Object.hasOwn(sight.definition.outcomes, proposed.outcome)
      ? saveDraft(sight, proposed, basedOn(form))
      : { status: "nothing-typed" };
}
