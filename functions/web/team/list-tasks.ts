import { AUDIENCES, type Audience } from "../../domain/people.ts";
import type { HumanTasks, OpenTaskSummary, Page } from "../../domain/ports.ts";
import { isAssignedTo } from "../../domain/staff.ts";
import type { Caller } from "./admin-site.ts";
import { isOfTeam } from "./find-dossier.ts";

export const isOwn = ({ roles }: Caller, audience: Audience): boolean =>
  roles.some((role) => role === audience);

/** Audiences whose tasks the caller sees: their own roles; the LED team sees all, because it follows every dossier. */
export const audiencesFor = (caller: Caller): Audience[] =>
  AUDIENCES.filter((audience) => isOfTeam(caller) || isOwn(caller, audience)).sort(
    (a, b) => Number(isOwn(caller, b)) - Number(isOwn(caller, a)),
  );

/** Which tasks to show; `mine`: assigned to the caller. */
export const SHOWN = ["all", "mine", "unclaimed"] as const;
export type Shown = (typeof SHOWN)[number];

export const shownAs = (given: string | undefined): Shown => SHOWN.find((known) => known === given) ?? "all";

/** Maximum number of index pages per request. */
const MOST_PAGES = 10;
/** Number of tasks that fill a page. */
const ENOUGH = 50;

const isShown = (task: OpenTaskSummary, shown: Shown, caller: Caller): boolean => {
  if (shown === "mine") return isAssignedTo(task, caller);
  return shown === "all" || task.assignee === undefined;
};

/** Open tasks of an audience that match the filter. Filtering does not make a page shorter. */
export async function listTasks(
  tasks: Pick<HumanTasks, "listOpen">,
  audience: Audience,
  wanted: { shown: Shown; caller: Caller; next?: string },
): Promise<Page<OpenTaskSummary>> {
  const items: OpenTaskSummary[] = [];
  const unreadable: string[] = [];
  let { next } = wanted;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await tasks.listOpen(audience, next);
    items.push(...found.items.filter((item) => isShown(item, wanted.shown, wanted.caller)));
    unreadable.push(...(found.unreadable ?? []));
    next = found.next;
    if (next === undefined || items.length >= ENOUGH) break;
  }
  return next === undefined ? { items, unreadable } : { items, unreadable, next };
}
