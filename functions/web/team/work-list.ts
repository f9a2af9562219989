import * as z from "zod";
import type { Instant } from "../../domain/calendar.ts";
import { taskId } from "../../domain/human-task.ts";
import { lateBy } from "../../domain/lateness.ts";
import type { Audience } from "../../domain/people.ts";
import type { HumanTasks, NewMails, OpenTaskSummary } from "../../domain/ports.ts";
import { isOnHold } from "../../domain/running-time.ts";
import { isAssignedTo } from "../../domain/staff.ts";
import { asWork, type WorkItem } from "../../domain/work.ts";
import type { Caller } from "./admin-site.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { audiencesFor, isOwn } from "./list-tasks.ts";
import {
  MOST_TASKS,
  TASKS_PER_PAGE,
  type TaskSort,
  WORK_KINDS,
  type WorkFilter,
  type WorkKind,
} from "./work-filter.ts";

/** Open tasks that are read at a time. */
const AT_ONCE = 1000;

const idsOf = (item: WorkItem): string[] =>
  item.kind === "NewMail" ? [item.mail.id] : [item.dossierId, taskId(item)];

/** The sort key of work. By deadline, late tasks come first, and tasks on hold or without a deadline come last. */
const placeOf =
  (sort: TaskSort, now: Instant) =>
  (item: WorkItem): string[] => {
    const { deadline = "9", openedAt, organisationName, standstill } = item;
    const by = {
      deadline: [isOnHold(standstill, now) ? "1" : "0", deadline],
      since: [],
      organisation: [organisationName],
    };
    return [...by[sort], openedAt, ...idsOf(item)];
  };

const ORDER = new Intl.Collator("nl");
const comparePlaces = (some: readonly string[], others: readonly string[]): number =>
  some.map((part, at) => ORDER.compare(part, others[at] ?? "")).find((one) => one !== 0) ?? 0;

const Place = z.array(z.string());

/** One page of a list. The next page continues after its last task, even if that task has gone since. */
export function partAfter<Item extends WorkItem>(
  all: readonly Item[],
  order: { sort: TaskSort; now: Instant },
  { after, most }: { after?: string; most: number },
): { items: Item[]; next?: string } {
  const place = placeOf(order.sort, order.now);
  const from = after === undefined ? undefined : readCursor(after, Place);
  const rest = from === undefined ? all : all.filter((task) => comparePlaces(place(task), from) > 0);
  const items = rest.slice(0, most);
  const last = items.at(-1);
  return last && rest.length > most ? { items, next: writeCursor(place(last)) } : { items };
}

/** `counts`: of all work of these audiences, whatever the filter. */
export type WorkList<Item extends WorkItem = WorkItem> = {
  audiences: Audience[];
  /** All that match, in order. */
  all: Item[];
  /** Those of the page. */
  items: Item[];
  pages: number;
  counts: { all: number; mine: number; unclaimed: number; late: number; held: number };
  kinds: WorkKind[];
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
export const withSenders = <Item extends WorkItem>(
  tasks: Pick<HumanTasks, "find">,
  items: Item[],
): Promise<Item[]> =>
  Promise.all(
    items.map(async (item) => {
      if (item.kind !== "AnswerMessage") return item;
      return { ...item, from: (await tasks.find(item.dossierId, taskId(item)))?.from };
    }),
  );

type Asked = { caller: Caller; filter: WorkFilter; now: Instant };

/** What a filter shows of all work, with counts, in order across all pages. */
function arrange<Item extends WorkItem>(
  work: readonly Item[],
  { caller, filter, now }: Asked,
): Pick<WorkList<Item>, "all" | "items" | "pages" | "counts" | "kinds"> {
  const isLate = (item: Item) => lateBy(item, item.standstill, now) > 0;
  const isHeld = (item: Item) => isOnHold(item.standstill, now);
  const isMine = (item: Item) => isAssignedTo(item, caller);
  const stageOf = (item: WorkItem) => (item.kind === "NewMail" ? undefined : item.stage);
  const matches = (item: Item) =>
    (filter.show === "all" || (filter.show === "mine" ? isMine(item) : !item.assignee)) &&
    (filter.kind === undefined || item.kind === filter.kind) &&
    (filter.stage === undefined || stageOf(item) === filter.stage) &&
    (filter.hold === undefined || isHeld(item) === (filter.hold === "yes")) &&
    (!filter.late || isLate(item));
  const place = placeOf(filter.sort, now);
  const all = work
    .filter(matches)
    .map((item) => ({ item, at: place(item) }))
    .sort((a, b) => comparePlaces(a.at, b.at))
    .map(({ item }) => item);
  const from = (filter.page - 1) * TASKS_PER_PAGE;
  return {
    all,
    items: all.slice(from, from + TASKS_PER_PAGE),
    pages: Math.max(1, Math.ceil(all.length / TASKS_PER_PAGE)),
    counts: {
      all: work.length,
      mine: work.filter(isMine).length,
      unclaimed: work.filter(({ assignee }) => !assignee).length,
      late: work.filter(isLate).length,
      held: work.filter(isHeld).length,
    },
    kinds: WORK_KINDS.filter((kind) => work.some((item) => item.kind === kind)),
  };
}

type Tasks = Pick<HumanTasks, "listOpen" | "find">;

/**
 * The open tasks that a filter shows. It reads the open tasks of these audiences, never dossiers: its cost follows the
 * work that waits.
 */
export async function listTasks(tasks: Tasks, asked: Asked): Promise<WorkList<OpenTaskSummary>> {
  const audiences = audiencesOf(asked.caller, asked.filter);
  const { items, ...read } = await readAll(tasks, audiences);
  return { audiences, ...read, ...arrange(items, asked) };
}

/** The inbox: tasks, and for the LED team the mails of no dossier between them. */
export async function listWork(
  { tasks, newMails }: { tasks: Tasks; newMails: Pick<NewMails, "list"> },
  asked: Asked,
): Promise<WorkList> {
  const audiences = audiencesOf(asked.caller, asked.filter);
  const [{ items, ...read }, mails] = await Promise.all([
    readAll(tasks, audiences),
    audiences.includes("led-team") ? newMails.list() : [],
  ]);
  const list = arrange([...items, ...mails.map(asWork)], asked);
  return { audiences, ...read, ...list, items: await withSenders(tasks, list.items) };
}
