import type { Context } from "hono";
import { readForm } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import { sightOf } from "../ui/task/find-shown-task.ts";
import { readDraft } from "../ui/task/read-proposal.ts";
import { createKeepTyped } from "../ui/task/save-draft.ts";
import type { PublicSite } from "./public-site.ts";
import { type TaskVisit, visitTaskOf } from "./visits.ts";

/**
 * Finds the task behind a link. When a form is posted after its link expired, its input is kept as the draft of the task:
 * the person typed it while the link worked, and only that person gets the fresh link that shows it.
 */
export async function visitOrKeep(c: Context, site: PublicSite): Promise<TaskVisit> {
  try {
    return await visitTaskOf(site, c);
  } catch (error) {
    const isLate = c.req.method === "POST" && error instanceof Refusal && error.kind === "link-unknown";
    if (isLate && (await isKept(c, site))) throw new Refusal("link-over");
    throw error;
  }
}

async function isKept(c: Context, site: PublicSite): Promise<boolean> {
  const over = { ...site, links: { find: (secret: string) => site.links.find(secret, "even-over") } };
  const late = await visitTaskOf(over, c).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  if (late?.task.status !== "open") return false;
  const form = await readForm(c);
  const sight = sightOf(site, late.whole, late.task, true);
  const kept = await createKeepTyped(site)(sight, readDraft(sight.definition, form, late.actor), form);
  return kept.status === "saved";
}
