import type { Context } from "hono";
import { dateOf, toInstant } from "../../domain/calendar.ts";
import { audienceNames, stageNames } from "../../domain/texts.nl.ts";
import { absenceTexts } from "../../staff/texts.nl.ts";
import { openTaskAnswer } from "../export/answers.ts";
import { newMailAnswer } from "../export/new-mail-answer.ts";
import { serveCsv, serveJson } from "../http/table-files.ts";
import type { AdminApp, AdminEnv, AdminSite } from "../team/admin-site.ts";
import { filterQuery, readFilter, TASKS_PER_PAGE, type WorkFilter } from "../team/work-filter.ts";
import { listWork, type WorkList } from "../team/work-list.ts";
import { Unreadable } from "../ui/unreadable.tsx";
import { Bulk, bulkNotice } from "./bulk.tsx";
import { Csrf } from "./guard.tsx";
import { InboxFilter } from "./inbox-filter.tsx";
import { Counts, WaitsForOthers } from "./inbox-links.tsx";
import { Pages } from "./pages.tsx";
import { dueInWords, TaskTable, whoHas } from "./task-table.tsx";
import { adminTexts } from "./texts.nl.ts";
import { mailTitle } from "./work-title.ts";
import { workTexts } from "./work-texts.nl.ts";

const texts = adminTexts.inbox;

const titleOf = ({ whose }: WorkFilter, { audiences }: WorkList): string =>
  whose === undefined
    ? texts.yours(audiences.map((audience) => audienceNames[audience]).join(", "))
    : texts.waitsFor(audienceNames[whose]);

const Shown = ({ list, page }: { list: WorkList; page: number }) => {
  const from = (page - 1) * TASKS_PER_PAGE;
  return <p class="soft">{workTexts.shown(from + 1, from + list.items.length, list.all.length)}</p>;
};

const Downloads = ({ query, site }: { query: string; site: AdminSite }) => (
  <p class="soft">
    {workTexts.downloads} <a href={site.addresses.at(`/admin/tasks.csv${query}`)}>{workTexts.csv}</a>,{" "}
    <a href={site.addresses.at(`/admin/tasks.json${query}`)}>{workTexts.json}</a>
  </p>
);

/** The open tasks of the caller, and what waits for others; as a file too. */
export function inboxRoutes(app: AdminApp, site: AdminSite) {
  const read = async (c: Context<AdminEnv>) => {
    const filter = readFilter(new URL(c.req.url).searchParams);
    const now = toInstant(site.now());
    return { filter, now, list: await listWork(site, { caller: c.var.caller, filter, now }) };
  };

  app.get("/admin", async (c) => {
    const { caller, session } = c.var;
    const [{ filter, list }, statistics] = await Promise.all([read(c), site.lines.findStatistics()]);
    const query = filterQuery(filter);
    const title = titleOf(filter, list);
    const page = (
      <div class="wide">
        <h1>{texts.title}</h1>
        {bulkNotice(c)}
        <WaitsForOthers site={site} caller={caller} filter={filter} counted={statistics?.turns ?? {}} />
        <h2>{title}</h2>
        <Counts site={site} filter={filter} list={list} />
        <InboxFilter site={site} caller={caller} filter={filter} list={list} />
        <Unreadable keys={list.unreadable} />
        {list.isComplete ? "" : <p>{workTexts.notAll}</p>}
        {list.items.length === 0 ? (
          <p>{list.counts.all === 0 ? texts.none : absenceTexts.inbox.noneHere}</p>
        ) : (
          <form method="post" action={site.addresses.at("/admin/tasks")}>
            <Csrf session={session} />
            <input type="hidden" name="back" value={query} />
            <Shown list={list} page={filter.page} />
            <TaskTable list={list} site={site} subject={caller.subject} title={title} />
            <Pages
              page={filter.page}
              pages={list.pages}
              to={(number) => site.addresses.at(`/admin${filterQuery(filter, { page: number })}`)}
            />
            <Bulk site={site} caller={caller} audiences={list.audiences} />
          </form>
        )}
        <Downloads query={query} site={site} />
        <form method="post" action={site.addresses.at("/admin/sign-out-everywhere")}>
          <Csrf session={session} />
          <p>
            <button class="plain">{texts.everywhere}</button>
          </p>
        </form>
      </div>
    );
    return c.render(await page, { title: texts.title });
  });

  app.get("/admin/tasks.csv", async (c) => {
    const { list, now } = await read(c);
    const { table } = adminTexts;
    return serveCsv(c, {
      name: `taken-${dateOf(now)}`,
      columns: [
        ...[table.task, table.organisation, table.reference, table.step, table.since],
        ...[table.deadline, table.due, absenceTexts.inbox.assignee],
      ],
      rows: list.all.map((item) => [
        item.kind === "NewMail" ? mailTitle(item) : site.definitions[item.kind].texts.nl.title,
        item.organisationName,
        item.kind === "NewMail" ? "" : item.reference,
        item.kind === "NewMail" ? "" : stageNames[item.stage],
        dateOf(item.openedAt),
        item.deadline === undefined ? "" : dateOf(item.deadline),
        dueInWords(item, now).text,
        item.assignee ? whoHas(item, "") : "",
      ]),
    });
  });

  app.get("/admin/tasks.json", async (c) => {
    const { list, now } = await read(c);
    const items = list.all.map((item) =>
      item.kind === "NewMail" ? newMailAnswer(item, now) : openTaskAnswer(item, site.definitions, now),
    );
    return serveJson(c, `taken-${dateOf(now)}`, items);
  });
}
