import { toInstant } from "../../domain/calendar.ts";
import type { Proposed } from "../../domain/decide.ts";
import { Conflict } from "../../domain/errors.ts";
import { MAXIMUM_FORM_BYTES } from "../../domain/fields.ts";
import { taskId } from "../../domain/human-task.ts";
import type { Clock, Draft, HumanTasks } from "../../domain/ports.ts";
import { Refusal } from "../refusals.ts";
import type { TaskSight } from "./task-sight.ts";

export type SaveDraftResult =
  | { status: "saved"; draft: Draft }
  /** Another window saved first: what stands there now. */
  | { status: "saved-elsewhere"; draft: Draft }
  /** The task was decided or closed in the meantime. */
  | { status: "no-longer-open" };

/** A form as large as it may be, as it is stored; an item of the table takes 400 KB. */
const MAXIMUM_DRAFT_BYTES = 1.5 * MAXIMUM_FORM_BYTES;
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Keeps what was typed, however incomplete, over the draft that the form was based on. */
export function createSaveDraft(deps: { tasks: Pick<HumanTasks, "findDraft" | "saveDraft">; now: Clock }) {
  return async ({ task }: TaskSight, proposed: Proposed, basedOn: number): Promise<SaveDraftResult> => {
    const id = taskId(task);
    const { outcome, fields: values, seen } = proposed;
    if (bytesOf({ values, seen }) > MAXIMUM_DRAFT_BYTES) throw new Refusal("too-large");
    const draft = { taskId: id, outcome, values, seen, version: basedOn + 1, at: toInstant(deps.now()) };
    try {
      await deps.tasks.saveDraft(task.dossierId, draft);
      return { status: "saved", draft };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const stored = await deps.tasks.findDraft(task.dossierId, id);
      return stored && stored.version !== basedOn
        ? { status: "saved-elsewhere", draft: stored }
        : { status: "no-longer-open" };
    }
  };
}
export type SaveDraft = ReturnType<typeof createSaveDraft>;

/** As many drafts as anybody saves of one task. */
const VERSION = /^\d{1,6}$/;

/** The version of the draft that a form was based on: 0 when there was none. */
export function basedOn(form: URLSearchParams): number {
  const version = form.get("draftVersion") ?? "";
  return VERSION.test(version) ? Number(version) : 0;
}

/** Keeps what was typed when somebody leaves the form for another page; a form in which nothing was typed leaves no draft. */
export function createKeepTyped(deps: Parameters<typeof createSaveDraft>[0]) {
  const saveDraft = createSaveDraft(deps);
  return async (
    sight: TaskSight,
    proposed: Proposed,
    form: URLSearchParams,
  ): Promise<SaveDraftResult | { status: "nothing-typed" }> =>
    Object.hasOwn(sight.definition.outcomes, proposed.outcome) && Object.keys(proposed.fields).length > 0
      ? saveDraft(sight, proposed, basedOn(form))
      : { status: "nothing-typed" };
}
