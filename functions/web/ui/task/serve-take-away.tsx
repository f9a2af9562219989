import type { Context, Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import type { StoredDocument } from "../../../domain/documents.ts";
import { taskId } from "../../../domain/human-task.ts";
import { mayBeTakenAway, type TakeDocumentAway } from "../../../tasks/take-document-away.ts";
import { Refusal } from "../../http/refusals.ts";
import { ConfirmationTick, problemsOfTick } from "../form/confirmation-tick.tsx";
import { FormId } from "../form/form-id.tsx";
import { ProblemSummary } from "../form/problem-summary.tsx";
import type { Problem } from "../form/problems.nl.ts";
import { sightOf, type TaskReader } from "./find-shown-task.ts";
import { postedAgain, readDraft } from "./read-proposal.ts";
import { createKeepTyped } from "./save-draft.ts";
import type { TaskVisit } from "./serve-task.tsx";
import { TAKEN_AWAY, taskTexts } from "./texts.nl.ts";

const texts = taskTexts.takeAway;
const PREFIX = "take-away";
/** Field of the form that takes a document away; the button of the task's page has none. */
const FIELD = "takeAway";

type Props = { document: StoredDocument; to: string; back: string; hidden: Child; problems?: Problem[] };

const TakeAwayPage = ({ document, to, back, hidden, problems = [] }: Props) => (
  <>
    {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
    <h1>{texts.title}</h1>
    <p>{texts.text(document.name)}</p>
    <form method="post" action={to} id={PREFIX} novalidate>
      {hidden}
      <FormId />
      <input type="hidden" name={FIELD} value="true" />
      <ConfirmationTick label={texts.tick} problems={problems} idPrefix={PREFIX} />
      <button>{texts.button}</button>
    </form>
    <p>
      <a href={back}>{taskTexts.toTask.back}</a>
    </p>
  </>
);

type Site<E extends Env> = {
  /** Route with the document as `:documentId`, and the end of its address below that of the task. */
  route: string;
  below: (documentId: string) => string;
  visit: (c: Context<E>) => Promise<TaskVisit & { mayDecide: boolean }>;
  readForm: (c: Context<E>) => Promise<URLSearchParams>;
  hidden: (c: Context<E>) => Child;
};
type Deps = Pick<TaskReader, "definitions"> &
  Parameters<typeof createKeepTyped>[0] & { takeDocumentAway: TakeDocumentAway };

/** Takes a document away from an open task (DOC-11): a button beside it, a page that asks for a tick, and the act. */
export function serveTakeAway<E extends Env>(app: Hono<E>, deps: Deps, site: Site<E>): void {
  const keepTyped = createKeepTyped(deps);
  const find = async (c: Context<E>) => {
    const visit = await site.visit(c);
    if (!visit.mayDecide) throw new Refusal("no-role");
    const { whole, task, address } = visit;
    const document = whole.documents.find(({ id }) => id === c.req.param("documentId"));
    if (!document || document.taskId !== taskId(task)) throw new Refusal("page-unknown");
    return { ...visit, document, to: address + site.below(document.id), back: address };
  };
  const done = (address: string) => `${address}?${TAKEN_AWAY.name}=${TAKEN_AWAY.value}`;

  app.get(site.route, async (c) => {
    const found = await find(c);
    if (found.document.removed) return c.redirect(done(found.back), 303);
    if (!mayBeTakenAway(found.document, found.task, found.whole)) throw new Refusal("conflict");
    return c.render(<TakeAwayPage {...found} hidden={site.hidden(c)} />, { title: texts.title });
  });

  app.post(site.route, async (c) => {
    const form = await site.readForm(c);
    const found = await find(c);
    const { whole, task, actor, isOwn, document, to, back, view } = found;
    if (!form.has(FIELD)) {
      const sight = sightOf(deps, whole, task, isOwn);
      const proposed = readDraft(sight.definition, form, actor);
      const kept = isOwn ? await keepTyped(sight, proposed, form) : undefined;
      if (kept?.status !== "saved-elsewhere") return c.redirect(to, 303);
      const again = { posted: postedAgain(sight.definition, proposed), storedElsewhere: kept.draft };
      const { content } = await view(again);
      c.status(409);
      return c.render(content, { title: taskTexts.savedElsewhere.title, hasProblems: true });
    }
    const problems = problemsOfTick(form, texts.tick);
    if (problems.length > 0) {
      c.status(422);
      const page = <TakeAwayPage {...found} hidden={site.hidden(c)} problems={problems} />;
      return c.render(page, { title: texts.title, hasProblems: true });
    }
    const place = { dossierId: task.dossierId, taskId: taskId(task), documentId: document.id };
    if ((await deps.takeDocumentAway(place, actor)) !== "taken") throw new Refusal("conflict");
    return c.redirect(done(back), 303);
  });
}
