import type { Context } from "hono";
import type { Proposed } from "../../domain/decide.ts";
import { readForm } from "../http/read-body.ts";
import { type ShownTask, sightOf } from "../ui/task/find-shown-task.ts";
import { postedAgain, readDraft } from "../ui/task/read-proposal.ts";
import { createKeepTyped } from "../ui/task/save-draft.ts";
import { taskTexts } from "../ui/task/texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { closedTask, taskView } from "./task-view.tsx";
import { type TaskVisit, visitTaskOf } from "./visits.ts";

/** A form that was kept as a draft before its reader does something else with it. */
export type Kept = { visit: TaskVisit; sight: ShownTask; form: URLSearchParams; proposed: Proposed };

/** The page of a task that was settled meanwhile. */
export async function tooLate(c: Context, site: PublicSite): Promise<Response> {
  const { content, title } = closedTask(site, await visitTaskOf(site, c), true);
  c.status(409);
  return c.render(content, { title });
}

/** Keeps what was typed in the posted form of a task; otherwise the page that says why it could not be kept. */
export async function keptTyped(c: Context, site: PublicSite): Promise<Kept | Response> {
  const visit = await visitTaskOf(site, c);
  const form = await readForm(c);
  const sight = sightOf(site, visit.whole, visit.task, true);
  const proposed = readDraft(sight.definition, form, visit.actor);
  const kept = await createKeepTyped(site)(sight, proposed, form);
  if (kept.status === "no-longer-open" || visit.task.status !== "open") return tooLate(c, site);
  if (kept.status !== "saved-elsewhere") return { visit, sight, form, proposed };
  const again = { posted: postedAgain(sight.definition, proposed), storedElsewhere: kept.draft };
  c.status(409);
  const { content } = await taskView(site, visit, again);
  return c.render(content, { title: taskTexts.savedElsewhere.title, hasProblems: true });
}
