import * as z from "zod";
import { type Instant, toInstant } from "../../domain/calendar.ts";
import {
  bucketOf,
  LINE_BUCKETS,
  type LineBucket,
  type LineList,
  lineIsHeld,
  lineLateBy,
  type OverviewLine,
  placeIn,
} from "../../domain/overview-line.ts";
import { AUDIENCES } from "../../domain/people.ts";
import type { Lines } from "../../domain/ports.ts";
import { findPlace, readCursor, writeCursor } from "./cursor.ts";
import { HELD } from "./work-filter.ts";

export const DOSSIERS_PER_PAGE = 50;
/** Lines that one request reads to fill its page. If few dossiers pass the filter, the next page continues. */
const MOST_READ = 3000;
const AT_ONCE = 200;

export const DOSSIER_SORTS = ["since", "latest", "deadline"] as const;
export const LIFE = ["open", "in-use", "closed"] as const;

/** The place where a list continues: the last line that was read of each list that it combines. */
const Cursor = z.partialRecord(z.enum([...LINE_BUCKETS, "DUE", "CHANGED"]), z.string());
type Cursor = z.infer<typeof Cursor>;

/** Which dossiers a list shows, as its address has it. `after`: where the page begins. */
export const DossierFilter = z.object({
  stage: z.enum(LINE_BUCKETS).optional(),
  life: z.enum(LIFE).optional(),
  turn: z.enum(AUDIENCES).optional(),
  late: z.literal("1").optional(),
  hold: z.enum(HELD).optional(),
  sort: z.enum(DOSSIER_SORTS).default("since"),
  after: z
    .string()
    .refine((text) => findPlace(text, Cursor) !== undefined)
    .optional(),
  /** Only dossiers that changed since this moment, earliest change first; for programs. */
  changedSince: z.iso.datetime({ offset: true }).optional(),
});
export type DossierFilter = z.infer<typeof DossierFilter>;

/** The filter in the address of a page; what it does not know, it leaves out. */
export function readDossierFilter(query: URLSearchParams): DossierFilter {
  const given = Object.entries(DossierFilter.shape).flatMap(([name, schema]) => {
    const value = query.get(name) || undefined;
    return value !== undefined && schema.safeParse(value).success ? [[name, value]] : [];
  });
  return DossierFilter.parse(Object.fromEntries(given));
}

/** The address of a filter, with only what differs from the usual. A change of the filter leads to its first page. */
export function dossierQuery(filter: DossierFilter, change: Partial<DossierFilter> = {}): string {
  const all = Object.entries({ ...filter, after: undefined, ...change });
  const said = all.filter(([name, value]) => value !== undefined && !(name === "sort" && value === "since"));
  const text = new URLSearchParams(said as [string, string][]).toString();
  return text === "" ? "" : `?${text}`;
}

/** The lists that may hold dossiers of the filter. */
function listsFor({ stage, life, sort, turn, late, changedSince }: DossierFilter): LineList[] {
  if (changedSince !== undefined) return ["CHANGED"];
  // Only what waits has a deadline, or is late.
  if (sort === "deadline" || late) return ["DUE"];
  const buckets: LineBucket[] = stage ? [stage] : [...LINE_BUCKETS];
  return buckets.filter((bucket) => {
    if (bucket === "CLOSED") return life !== "open" && life !== "in-use" && turn === undefined;
    if (life === "in-use") return bucket === "IN_USE";
    return life !== "closed";
  });
}

function matches(filter: DossierFilter, now: Instant): (line: OverviewLine) => boolean {
  const { stage, life, turn, late, hold } = filter;
  const lives = {
    open: ["ENQUIRY", "ENTERING", "ONBOARDING", "PARKED", "ENDING"],
    "in-use": ["IN_USE"],
    closed: ["CLOSED"],
  };
  return (line) =>
    (stage === undefined || bucketOf(line) === stage) &&
    (life === undefined || lives[life].includes(line.status)) &&
    (turn === undefined || line.turns.some(({ audience }) => audience === turn)) &&
    (hold === undefined || lineIsHeld(line, now) === (hold === "yes")) &&
    (late === undefined || lineLateBy(line, now) > 0);
}

/** Lines of one list, read a part at a time. */
function readerOf(
  lines: Pick<Lines, "list">,
  list: LineList,
  from: { after?: string; isDescending: boolean },
  onRead: (unreadable: string[]) => void,
) {
  let waiting: OverviewLine[] = [];
  let after = from.after;
  let isOver = false;
  return {
    list,
    async head(): Promise<OverviewLine | undefined> {
      while (waiting.length === 0 && !isOver) {
        const page = await lines.list(list, { after, isDescending: from.isDescending, limit: AT_ONCE });
        onRead(page.unreadable ?? []);
        waiting = page.items;
        after = page.next;
        isOver = page.next === undefined;
      }
      return waiting[0];
    },
    take: (): OverviewLine | undefined => waiting.shift(),
  };
}

/** `next`: more may follow. It can be there with few items: the request read enough. */
export type DossierList = { items: OverviewLine[]; next?: string; unreadable: string[] };

/**
 * The dossiers that a filter shows, in order across all pages. It reads lists that are in order already, and of those no
 * more than a number of lines: its cost does not depend on how many dossiers there are.
 */
export async function listDossiers(
  lines: Pick<Lines, "list">,
  filter: DossierFilter,
  now: Instant,
  most = DOSSIERS_PER_PAGE,
): Promise<DossierList> {
  const { changedSince } = filter;
  const isDescending = filter.sort === "latest" && changedSince === undefined;
  const begin: Cursor = changedSince === undefined ? {} : { CHANGED: toInstant(new Date(changedSince)) };
  const cursor: Cursor = filter.after === undefined ? begin : readCursor(filter.after, Cursor);
  const unreadable: string[] = [];
  const readers = listsFor(filter).map((list) =>
    readerOf(lines, list, { after: cursor[list], isDescending }, (keys) => unreadable.push(...keys)),
  );
  const items: OverviewLine[] = [];
  const isShown = matches(filter, now);
  for (let read = 0; ; read++) {
    const heads = await Promise.all(readers.map(async (reader) => ({ reader, line: await reader.head() })));
    const there = heads.flatMap(({ reader, line }) =>
      line ? [{ reader, line, place: placeIn(reader.list, line) }] : [],
    );
    const [first] = there.sort((a, b) => a.place.localeCompare(b.place) * (isDescending ? -1 : 1));
    if (!first) return { items, unreadable };
    if (items.length >= most || read >= MOST_READ) return { items, unreadable, next: writeCursor(cursor) };
    first.reader.take();
    cursor[first.reader.list] = first.place;
    if (isShown(first.line)) items.push(first.line);
  }
}
