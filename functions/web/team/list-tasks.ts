import { AUDIENCES, type Audience } from "../../domain/people.ts";
import type { HumanTasks, OpenTaskSummary, Page } from "../../domain/ports.ts";
import type { Caller } from "./admin-site.ts";
import { isOfTeam } from "./find-dossier.ts";

export const isOwn = ({ roles }: Caller, audience: Audience): boolean =>
  roles.some((role) => role === audience);

/** Whose tasks somebody sees: those of the own roles; the LED team all, since it follows every dossier. */
export const audiencesFor = (caller: Caller): Audience[] =>
  AUDIENCES.filter((audience) => isOfTeam(caller) || isOwn(caller, audience)).sort(
    (a, b) => Number(isOwn(caller, b)) - Number(isOwn(caller, a)),
  );

/** Which tasks somebody wants to see: `mine` are those that it took on. */
export const SHOWN = ["all", "mine", "unclaimed"] as const;
export type Shown = (typeof SHOWN)[number];

export const shownAs = (given: string | undefined): Shown => SHOWN.find((known) => known === given) ?? "all";

/** Pages of the index that one request reads at most. */
const MOST_PAGES = 10;
/** So many are enough for a page. */
const ENOUGH = 50;

const isShown = ({ assignee }: OpenTaskSummary, shown: Shown, subject: string): boolean => {
  if (shown === "mine") return assignee?.id === subject;
  return shown === "all" || assignee === undefined;
};

/** Open tasks of an audience that somebody wants to see; what is left out does not make a page short. */
export async function listTasks(
  tasks: Pick<HumanTasks, "listOpen">,
  audience: Audience,
  wanted: { shown: Shown; subject: string; next?: string },
): Promise<Page<OpenTaskSummary>> {
  const items: OpenTaskSummary[] = [];
  const unreadable: string[] = [];
  let { next } = wanted;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await tasks.listOpen(audience, next);
    items.push(...found.items.filter((item) => isShown(item, wanted.shown, wanted.subject)));
    unreadable.push(...(found.unreadable ?? []));
    next = found.next;
    if (next === undefined || items.length >= ENOUGH) break;
  }
  return next === undefined ? { items, unreadable } : { items, unreadable, next };
}
