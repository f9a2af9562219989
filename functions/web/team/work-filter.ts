import { type Audience, AUDIENCES } from "../../domain/people.ts";
import { STAGES, type Stage, TASK_KINDS } from "../../domain/process.ts";
import { type Shown, shownAs } from "./list-tasks.ts";

/** Open tasks that are read for one list. */
export const MOST_TASKS = 10_000;
export const TASKS_PER_PAGE = 50;

export const TASK_SORTS = ["deadline", "since", "organisation"] as const;
export type TaskSort = (typeof TASK_SORTS)[number];
export const HELD = ["no", "yes"] as const;

/** The kinds of a list: those of tasks, and mails of no dossier. */
export const WORK_KINDS = [...TASK_KINDS, "NewMail"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Which tasks a list shows, as its address has it. `whose`: other than one's own. */
export type WorkFilter = {
  whose?: Audience;
  show: Shown;
  kind?: WorkKind;
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
    kind: oneOf(WORK_KINDS, query.get("kind")),
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
