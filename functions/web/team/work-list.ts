import * as z from "zod";
import type { Instant } from "../../domain/calendar.ts";
import { taskId } from "../../domain/human-task.ts";
import { lateBy } from "../../domain/lateness.ts";
import { type Audience, AUDIENCES } from "../../domain/people.ts";
import type { HumanTasks, OpenTaskSummary } from "../../domain/ports.ts";
import { STAGES, type Stage, TASK_KINDS, type TaskKind } from "../../domain/process.ts";
import { isOnHold } from "../../domain/running-time.ts";
import { isAssignedTo } from "../../domain/staff.ts";
import type { Caller } from "./admin-site.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { audiencesFor, isOwn, type Shown, shownAs } from "./list-tasks.ts";

/** Open tasks that are read for one list, and how many at a time. */
const MOST_TASKS = 10_000;
const AT_ONCE = 1000;
export const TASKS_PER_PAGE = 50;

export const TASK_SORTS = ["deadline", "since", "organisation"] as const;
export type TaskSort = (typeof TASK_SORTS)[number];
export const HELD = ["no", "yes"] as const;

/** Which tasks a list shows, as its address has it. `whose`: other than one's own. */
export type WorkFilter = {
  whose?: Audience;
  show: Shown;
  kind?: TaskKind;
  stage?: Stage;
  late: boolean;
  hold?: (typeof HELD)[number];
  sort: TaskSort;
  page: number;
};

const oneOf = <Value extends string>(known: readonly Value[], given: string | null): Value | undefined =>
  known.find((one) => one === given);

/** The filter in an address; what it does not know, it leaves out. */
export function readFilter(query: URLSearchParams): WorkFilter {
  const page = Number(query.get("page"));
  return {
    whose: oneOf(AUDIENCES, query.get("whose")),
    show: shownAs(query.get("show") ?? undefined),
    kind: oneOf(TASK_KINDS, query.get("kind")),
    stage: oneOf(STAGES, query.get("stage")),
    late: query.get("late") === "1",
    hold: oneOf(HELD, query.get("hold")),
    sort: oneOf(TASK_SORTS, query.get("sort")) ?? "deadline",
    page: Number.isInteger(page) && page > 1 && page <= MOST_TASKS ? page : 1,
  };
}

/** The address of a filter, with only what differs from the usual. A change of the filter leads to its first page. */
export function filterQuery(filter: WorkFilter, change: Partial<WorkFilter> = {}): string {
  const all = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  for (const name of ["whose", "kind", "stage", "hold"] as const) if (all[name]) query.set(name, all[name]);
  if (all.show !== "all") query.set("show", all.show);
  if (all.late) query.set("late", "1");
  if (all.sort !== "deadline") query.set("sort", all.sort);
  if (all.page > 1) query.set("page", String(all.page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The sort key of a task. By deadline, late tasks come first, and tasks on hold or without a deadline come last. */
const placeOf =
  (sort: TaskSort, now: Instant) =>
  (task: OpenTaskSummary): string[] => {
    const { deadline = "9", openedAt, organisationName, dossierId, standstill } = task;
    const by = {
      deadline: [isOnHold(standstill, now) ? "1" : "0", deadline],
      since: [],
      organisation: [organisationName],
    };
    return [...by[sort], openedAt, dossierId, taskId(task)];
  };

const ORDER = new Intl.Collator("nl");
const comparePlaces = (some: readonly string[], others: readonly string[]): number =>
  some.map((part, at) => ORDER.compare(part, others[at] ?? "")).find((one) => one !== 0) ?? 0;

const Place = z.array(z.string());

/** One page of a list. The next page continues after its last task, even if that task has gone since. */
export function partAfter(
  all: readonly OpenTaskSummary[],
  order: { sort: TaskSort; now: Instant },
  { after, most }: { after?: string; most: number },
): { items: OpenTaskSummary[]; next?: string } {
  const place = placeOf(order.sort, order.now);
  const from = after === undefined ? undefined : readCursor(after, Place);
  const rest = from === undefined ? all : all.filter((task) => comparePlaces(place(task), from) > 0);
  const items = rest.slice(0, most);
  const last = items.at(-1);
  return last && rest.length > most ? { items, next: writeCursor(place(last)) } : { items };
}

/** `counts`: of all tasks of these audiences, whatever the filter. */
export type WorkList = {
  audiences: Audience[];
  /** All that match, in order. */
  all: OpenTaskSummary[];
  /** Those of the page. */
  items: OpenTaskSummary[];
  pages: number;
  counts: { all: number; mine: number; unclaimed: number; late: number; held: number };
  kinds: TaskKind[];
  isComplete: boolean;
  unreadable: string[];
};

/** The audiences of a list: one's own roles, or another that the caller may follow. */
export const audiencesOf = (caller: Caller, { whose }: Pick<WorkFilter, "whose">): Audience[] =>
  audiencesFor(caller).filter((one) => (whose === undefined ? isOwn(caller, one) : one === whose));

/** The open tasks of these audiences, all of them up to a maximum. */
async function readAll(tasks: Pick<HumanTasks, "listOpen">, audiences: readonly Audience[]) {
  const lists = await Promise.all(
    audiences.map(async (audience) => {
      const items: OpenTaskSummary[] = [];
      const unreadable: string[] = [];
      let next: string | undefined;
      do {
        const page = await tasks.listOpen(audience, next, AT_ONCE);
        items.push(...page.items);
        unreadable.push(...(page.unreadable ?? []));
        next = page.next;
      } while (next !== undefined && items.length < MOST_TASKS);
      return { items, unreadable, isComplete: next === undefined };
    }),
  );
  return {
    items: lists.flatMap(({ items }) => items),
    unreadable: lists.flatMap(({ unreadable }) => unreadable),
    isComplete: lists.every(({ isComplete }) => isComplete),
  };
}

/** Adds the sender of each message, which the index does not have. */
export const withSenders = (
  tasks: Pick<HumanTasks, "find">,
  items: OpenTaskSummary[],
): Promise<OpenTaskSummary[]> =>
  Promise.all(
    items.map(async (item) => {
      if (item.kind !== "AnswerMessage") return item;
      return { ...item, from: (await tasks.find(item.dossierId, taskId(item)))?.from };
    }),
  );

/**
 * The tasks that a filter shows, with counts, in order across all pages. It reads the open tasks of these audiences,
 * never dossiers: its cost follows the work that waits.
 */
export async function listWork(
  tasks: Pick<HumanTasks, "listOpen" | "find">,
  caller: Caller,
  filter: WorkFilter,
  now: Instant,
): Promise<WorkList> {
  const audiences = audiencesOf(caller, filter);
  const { items, ...read } = await readAll(tasks, audiences);
  const isLate = (task: OpenTaskSummary) => lateBy(task, task.standstill, now) > 0;
  const isHeld = (task: OpenTaskSummary) => isOnHold(task.standstill, now);
  const isMine = (task: OpenTaskSummary) => isAssignedTo(task, caller);
  const matches = (task: OpenTaskSummary) =>
    (filter.show === "all" || (filter.show === "mine" ? isMine(task) : !task.assignee)) &&
    (filter.kind === undefined || task.kind === filter.kind) &&
    (filter.stage === undefined || task.stage === filter.stage) &&
    (filter.hold === undefined || isHeld(task) === (filter.hold === "yes")) &&
    (!filter.late || isLate(task));
  const place = placeOf(filter.sort, now);
  const all = items
    .filter(matches)
    .map((task) => ({ task, at: place(task) }))
    .sort((a, b) => comparePlaces(a.at, b.at))
    .map(({ task }) => task);
  const from = (filter.page - 1) * TASKS_PER_PAGE;
  return {
    ...{ audiences, all, ...read },
    items: await withSenders(tasks, all.slice(from, from + TASKS_PER_PAGE)),
    pages: Math.max(1, Math.ceil(all.length / TASKS_PER_PAGE)),
    counts: {
      all: items.length,
      mine: items.filter(isMine).length,
      unclaimed: items.filter(({ assignee }) => !assignee).length,
      late: items.filter(isLate).length,
      held: items.filter(isHeld).length,
    },
    kinds: TASK_KINDS.filter((kind) => items.some((task) => task.kind === kind)),
  };
}
