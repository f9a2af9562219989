import * as z from "zod";
import { type Instant, toInstant } from "../../domain/calendar.ts";
import { lineIsHeld, lineLateBy, type OverviewLine } from "../../domain/overview-line.ts";
import { AUDIENCES, ROLES } from "../../domain/people.ts";
import { STAGES, TASK_KINDS } from "../../domain/process.ts";
import { openTaskAnswer } from "../export/answers.ts";
import { TEAM } from "../http/permissions.ts";
import { Refusal } from "../http/refusals.ts";
import { DossierFilter, listDossiers } from "../team/dossier-list.ts";
import { SHOWN } from "../team/list-tasks.ts";
import { findByEnterpriseNumber, findByReference, searchDossiers } from "../team/search-dossiers.ts";
import { HELD, TASK_SORTS } from "../team/work-filter.ts";
import { listTasks, partAfter, withSenders } from "../team/work-list.ts";
import { tells } from "./answer-schemas.ts";
import { operation } from "./operation.ts";
import { PAGED } from "./parameters.ts";

/** The lists of the pages: open tasks, all dossiers, and the figures of the overview. */

const late = z.literal("1").optional().describe("Only what is late");
const hold = z.enum(HELD).optional().describe("Only what is on hold, or only what is not");

const listOpenTasks = operation({
  method: "GET",
  path: "/tasks",
  who: ROLES,
  summary: "Open tasks of the caller's roles, or those that wait for another; as in the inbox",
  query: PAGED.extend({
    whose: z
      .enum(AUDIENCES)
      .optional()
      .describe("Tasks of this role. Only the LED team may ask for a role that it does not have"),
    show: z.enum(SHOWN).default("all"),
    kind: z.enum(TASK_KINDS).optional(),
    stage: z.enum(STAGES).optional(),
    late,
    hold,
    sort: z.enum(TASK_SORTS).default("deadline"),
  }),
  answer: tells(200, "TaskPage"),
  example: { query: { whose: "led-team", show: "unclaimed" } },
  act: async ({ site, caller, query: { next, limit, late: isLate, ...query } }) => {
    const filter = { ...query, late: isLate === "1", page: 1 };
    const now = toInstant(site.now());
    const { audiences, all, unreadable } = await listTasks(site.tasks, { caller, filter, now });
    if (audiences.length === 0) throw new Refusal("no-role");
    const part = partAfter(all, { sort: query.sort, now }, { after: next, most: limit });
    return {
      items: (await withSenders(site.tasks, part.items)).map((item) =>
        openTaskAnswer(item, site.definitions, now),
      ),
      next: part.next,
      unreadable,
    };
  },
});

const lineAnswer = ({ days: _d, rounds: _r, standstill, ...line }: OverviewLine, now: Instant) => {
  const whole = { ...line, days: {}, rounds: {}, standstill };
  const heldUntil = lineIsHeld(whole, now) ? standstill.hold?.until : undefined;
  return { ...line, daysLate: lineLateBy(whole, now), heldUntil };
};

/** Parameters that find one dossier or a few. They cannot be combined with a filter. */
const FINDING = ["reference", "enterpriseNumber", "search"] as const;
const ALONE = "Cannot be combined with a filter";

const list = operation({
  method: "GET",
  path: "/dossiers",
  who: TEAM,
  summary:
    "All dossiers, filtered by stage, turn, lateness or hold; those that changed since a moment; or the results of a search",
  query: PAGED.extend(DossierFilter.omit({ after: true }).shape)
    .extend({
      late,
      hold,
      changedSince: DossierFilter.shape.changedSince.describe(
        "Only dossiers that changed at or after this moment, earliest change first. Ask again later with `upTo` of the answer. Deleted dossiers are in /deleted-dossiers",
      ),
      reference: z.string().optional().describe(`A reference, such as LED-2026-00042. ${ALONE}`),
      enterpriseNumber: z.string().optional().describe(`With or without points. ${ALONE}`),
      search: z.string().optional().describe(`As in the search box of the pages. ${ALONE}`),
    })
    .refine((query) => {
      const others = Object.keys(query).filter((name) => name !== "limit" && name !== "sort");
      return others.length === 1 || !FINDING.some((name) => query[name] !== undefined);
    }),
  answer: tells(200, "DossierPage"),
  example: { query: { stage: "INTAKE", sort: "latest" } },
  act: async ({ site, query: { next, limit, reference, enterpriseNumber, search, ...filter } }) => {
    if (reference !== undefined) return { items: await findByReference(site, reference) };
    if (enterpriseNumber !== undefined)
      return { items: await findByEnterpriseNumber(site, enterpriseNumber) };
    const state = await site.lines.findState();
    const upTo = state?.walk.isDone ? state.upTo : undefined;
    if (search !== undefined) return { items: (await searchDossiers(site, search)).items, upTo };
    const now = toInstant(site.now());
    const page = await listDossiers(site.lines, { ...filter, after: next }, now, limit);
    return { ...page, items: page.items.map((line) => lineAnswer(line, now)), upTo };
  },
});

const readStatistics = operation({
  method: "GET",
  path: "/statistics",
  who: TEAM,
  summary: "The figures of the overview, as they were last counted; 404 before the first count",
  answer: tells(200, "Statistics"),
  also: [404],
  act: async ({ site }) => {
    const statistics = await site.lines.findStatistics();
    if (!statistics) throw new Refusal("page-unknown");
    return statistics;
  },
});

export const LIST_OPERATIONS = [listOpenTasks, list, readStatistics];
