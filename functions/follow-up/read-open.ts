import { AUDIENCES } from "../domain/people.ts";
import type { Dossiers, HumanTasks, OpenTaskSummary, Page } from "../domain/ports.ts";

type Deps = { dossiers: Pick<Dossiers, "listParked">; tasks: Pick<HumanTasks, "listOpen"> };

/** All open tasks of everybody, and the number of parked dossiers. */
export async function readOpen(deps: Deps): Promise<{ tasks: OpenTaskSummary[]; parked: number }> {
  const tasks = await Promise.all(
    AUDIENCES.map((audience) => everyPage((next) => deps.tasks.listOpen(audience, next))),
  );
  const parked = await everyPage((next) => deps.dossiers.listParked(next));
  return { tasks: tasks.flat(), parked: parked.length };
}

export async function everyPage<Item>(list: (next?: string) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | undefined;
  do {
    const page = await list(next);
    items.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return items;
}
