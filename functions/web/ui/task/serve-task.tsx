import type { Context, Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import type { Proposed } from "../../../domain/decide.ts";
import { type HumanTask, taskId } from "../../../domain/human-task.ts";
import type { Actor } from "../../../domain/people.ts";
import type { WholeDossier } from "../../../domain/ports.ts";
import type { Draft } from "../../../domain/records.ts";
import type { CheckDecision, DecideTask } from "../../../tasks/decide-task.ts";
import { refusedStatus } from "../../http/refused-status.ts";
import { Refusal, type RefusalKind } from "../../http/refusals.ts";
import { isTicked } from "../form/confirmation-tick.tsx";
import { confirmationOf } from "./confirmation.ts";
import { CHANGE, FIRST, LOOK } from "../form/look-fields.ts";
import { asksToLook, LookOver, lookTitle } from "./look-over.tsx";
import { type ShownTask, sightOf, type TaskReader } from "./find-shown-task.ts";
import type { Posted } from "./posted.ts";
import { postedAgain, readDraft, readProposal } from "./read-proposal.ts";
import { basedOn, createSaveDraft, type SaveDraftResult } from "./save-draft.ts";
import { ADDED, TAKEN_AWAY, taskTexts } from "./texts.nl.ts";

export type TaskPage = { content: Child; title: string };
/** Extra content of a task's page: a posted form, or a draft that was saved here or elsewhere. */
export type Again = {
  posted?: Posted;
  storedElsewhere?: Draft;
  isDraftSaved?: boolean;
  isAdded?: boolean;
  isTakenAway?: boolean;
};

/** A reader of a task. `isOwn`: the reader belongs to the task's own audience. */
export type TaskVisit = {
  whole: WholeDossier;
  task: HumanTask;
  actor: Actor;
  isOwn: boolean;
  /** Address of the task's page. */
  address: string;
  view: (again?: Again) => Promise<TaskPage>;
};

/** The pages of a task, on one of the two sites. */
export type TaskSite<E extends Env> = {
  routes: { task: string; draft: string };
  visit: (c: Context<E>) => Promise<TaskVisit>;
  /** The page of a task that somebody else settled in the meantime; reads it again. `typed`: what is not stored. */
  overtaken: (c: Context<E>, typed: Proposed) => Promise<TaskPage>;
  readForm: (c: Context<E>) => Promise<URLSearchParams>;
  /** Whether a form that is valid as shown needs a tick (TASK-02), because robots follow mailed links too. */
  asksTick: boolean;
  unknown: RefusalKind;
  /** Query parameter after saving a draft. */
  saved: { name: string; value: string };
};

type Deps = Pick<TaskReader, "definitions"> &
  Parameters<typeof createSaveDraft>[0] & { decideTask: DecideTask; checkDecision: CheckDecision };

/** Serves a task: its page, its decision and its draft. */
export function serveTask<E extends Env>(app: Hono<E>, deps: Deps, site: TaskSite<E>): void {
  const { routes, saved } = site;
  const saveDraft = createSaveDraft(deps);
  const tooLate = async (c: Context<E>, typed: Proposed) => {
    const { content, title } = await site.overtaken(c, typed);
    c.status(409);
    return c.render(content, { title });
  };

  app.get(routes.task, async (c) => {
    const { view } = await site.visit(c);
    const { content, title } = await view({
      isDraftSaved: c.req.query(saved.name) === saved.value,
      isAdded: c.req.query(ADDED.name) === ADDED.value,
      isTakenAway: c.req.query(TAKEN_AWAY.name) === TAKEN_AWAY.value,
    });
    return c.render(content, { title });
  });

  app.post(routes.task, async (c) => {
    const form = await site.readForm(c);
    const { whole, task, actor, isOwn, address, view } = await site.visit(c);
    const definition = deps.definitions[task.kind];
    const posted = readProposal(definition, form, actor);
    const sight = sightOf(deps, whole, task, isOwn);
    const proposed = site.asksTick ? withTick(sight, posted, form) : posted;
    if (form.has(CHANGE)) {
      const { content, title } = await view({ posted: postedAgain(definition, proposed) });
      return c.render(content, { title });
    }
    const isChecked = form.get(LOOK) === FIRST && asksToLook(definition, proposed.outcome, site.asksTick);
    const act = isChecked ? deps.checkDecision : deps.decideTask;
    const result = await act(task.dossierId, taskId(task), proposed, whole);
    if (result.status === "ready") {
      // Whoever stops on the next page finds everything again. Another window's draft stays as it is.
      if (isOwn) await saveDraft(sight, readDraft(definition, form, actor), basedOn(form));
      const props = { sight, proposed, form, to: address };
      return c.render(<LookOver {...props} />, { title: lookTitle(definition, proposed.outcome) });
    }
    if (result.status === "unknown") throw new Refusal(site.unknown);
    if (result.status === "decided") return c.redirect(address, 303);
    if (result.status !== "refused") return tooLate(c, proposed);
    const { content, title } = await view({ posted: postedAgain(definition, proposed, result) });
    c.status(refusedStatus(c, result.reasons, 422));
    return c.render(content, { title, hasProblems: true });
  });

  app.post(routes.draft, async (c) => {
    const form = await site.readForm(c);
    const { whole, task, actor, isOwn, address, view } = await site.visit(c);
    if (!isOwn) throw new Refusal("no-role");
    const sight = sightOf(deps, whole, task, true);
    const proposed = readDraft(sight.definition, form, actor);
    const kept = await saveDraft(sight, proposed, basedOn(form));
    if (c.req.header("accept") === "application/json") return c.json(told(kept));
    if (kept.status === "saved") return c.redirect(`${address}?${saved.name}=${saved.value}`, 303);
    if (kept.status === "nothing-typed") return c.redirect(address, 303);
    if (kept.status === "no-longer-open") return tooLate(c, proposed);
    const again = { posted: postedAgain(sight.definition, proposed), storedElsewhere: kept.draft };
    const { content } = await view(again);
    c.status(409);
    return c.render(content, { title: taskTexts.savedElsewhere.title, hasProblems: true });
  });
}

/** The message that the script shows after it saved a draft. `isOver`: the script saves nothing more. */
function told(kept: SaveDraftResult): { message: string; version?: number; isOver?: boolean } {
  if (kept.status === "saved")
    return { message: taskTexts.keptAt(kept.draft.at), version: kept.draft.version };
  if (kept.status === "nothing-typed") return { message: "" };
  const message = kept.status === "saved-elsewhere" ? taskTexts.keptElsewhere : taskTexts.noLongerOpen;
  return { message, isOver: true };
}

const withTick = (sight: ShownTask, posted: Proposed, form: URLSearchParams): Proposed => ({
  ...posted,
  isUnconfirmed: confirmationOf(sight, posted.outcome) !== undefined && !isTicked(form),
});
