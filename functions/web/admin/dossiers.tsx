import type { Context } from "hono";
import { dateOf, type Instant, showDate, showDay, showMoment, toInstant } from "../../domain/calendar.ts";
import { daysOf } from "../../domain/deadline.nl.ts";
import { deadlineOf, lineIsHeld, lineLateBy, type OverviewLine } from "../../domain/overview-line.ts";
import { sideOf } from "../../domain/people.ts";
import type { DossierSummary } from "../../domain/ports.ts";
import type { OverviewState } from "../../domain/statistics.ts";
import { audienceNames, organisationTypeName, stageNames } from "../../domain/texts.nl.ts";
import { OrganisationType } from "../../domain/organisation.ts";
import { serveCsv, serveJson } from "../http/table-files.ts";
import type { AdminApp, AdminEnv, AdminSite } from "../team/admin-site.ts";
import {
  type DossierFilter,
  type DossierList,
  dossierQuery,
  listDossiers,
  readDossierFilter,
} from "../team/dossier-list.ts";
import { type Search, searchDossiers } from "../team/search-dossiers.ts";
import { statusNames } from "../ui/dossier-facts.nl.ts";
import { Unreadable } from "../ui/unreadable.tsx";
import { DossierFilterForm } from "./dossier-filter.tsx";
import { overviewTexts } from "./overview-texts.nl.ts";
import { keepingPages } from "./retention-texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";
import { workTexts } from "./work-texts.nl.ts";
import { Table } from "../ui/table.tsx";

const texts = adminTexts.dossiers;
const { table } = adminTexts;
const listTexts = overviewTexts.list;

/** Dossiers in one file. */
const MOST_IN_FILE = 5000;

/** Up to when the lines and the names are; undefined while stored dossiers still get theirs. */
const upToOf = (state: OverviewState | undefined): Instant | undefined =>
  state?.walk.isDone ? state.upTo : undefined;

/** "18 dec · 3 dagen te laat", or the end of the hold. */
function dueOf(line: OverviewLine, now: Instant): { text: string; isLate: boolean } {
  const { hold } = line.standstill;
  if (hold && lineIsHeld(line, now)) return { text: table.held(showDay(hold.until, now)), isLate: false };
  const deadline = deadlineOf(line);
  if (deadline === undefined) return { text: "", isLate: false };
  const late = lineLateBy(line, now);
  const side = sideOf(line.turns[0]?.audience ?? "led-team");
  const day = showDay(deadline, now);
  return late > 0
    ? { text: workTexts.late(day, daysOf(late, side)), isLate: true }
    : { text: day, isLate: false };
}

const turnsOf = ({ turns }: OverviewLine): string =>
  turns.length === 0
    ? listTexts.nobody
    : [...new Set(turns.map(({ audience }) => audienceNames[audience]))].join(", ");

const tasksOf = ({ turns }: OverviewLine, { definitions }: AdminSite): string =>
  [...new Set(turns.map(({ kind }) => definitions[kind].texts.nl.title))].join(", ");

const Row = ({ line, site }: { line: OverviewLine; site: AdminSite }) => {
  const now = toInstant(site.now());
  const due = dueOf(line, now);
  return (
    <tr>
      <td data-label={table.reference} class="one-line">
        <a href={site.addresses.at(`/admin/dossiers/${line.id}`)}>{line.reference}</a>
      </td>
      <td data-label={table.organisation}>{line.organisationName}</td>
      <td data-label={table.step}>{stageNames[line.stage]}</td>
      <td data-label={table.state}>{statusNames[line.status]}</td>
      <td data-label={table.since} class="one-line">
        {showDay(line.since, now)}
      </td>
      <td data-label={listTexts.turnOf}>{turnsOf(line)}</td>
      <td data-label={listTexts.task}>{tasksOf(line, site)}</td>
      <td data-label={table.due} class="one-line">
        {due.isLate ? <strong class="overdue">{due.text}</strong> : due.text}
      </td>
    </tr>
  );
};

const HEADINGS = [
  ...[table.reference, table.organisation, table.step, table.state, table.since],
  ...[listTexts.turnOf, listTexts.task, table.due],
];
const FoundRow = ({ item, site }: { item: DossierSummary; site: AdminSite }) => {
  const { heldUntil } = item;
  const now = toInstant(site.now());
  const held = heldUntil !== undefined && now < heldUntil ? `, ${table.held(showDate(heldUntil))}` : "";
  return (
    <tr>
      <td data-label={table.reference} class="one-line">
        <a href={site.addresses.at(`/admin/dossiers/${item.id}`)}>{item.reference}</a>
      </td>
      <td data-label={table.organisation}>
        {item.organisationName} {item.ovoCode ?? ""}
      </td>
      <td data-label={table.step}>{stageNames[item.stage]}</td>
      <td data-label={table.state}>
        {statusNames[item.status]}
        {held}
      </td>
      <td data-label={table.since} class="one-line">
        {showDay(item.since, now)}
      </td>
    </tr>
  );
};

type FoundProps = { typed: string; search: Search; upTo: Instant | undefined; site: AdminSite };
const Found = ({ typed, search, upTo, site }: FoundProps) => (
  <>
    <h2>{texts.found(typed)}</h2>
    {search.items.length === 0 ? (
      <p>{texts.none}</p>
    ) : (
      <Table title={texts.found(typed)} headings={HEADINGS.slice(0, 5)}>
        {search.items.map((item) => (
          <FoundRow item={item} site={site} />
        ))}
      </Table>
    )}
    {search.isComplete ? "" : <p>{texts.notAll}</p>}
    <p class="soft">{upTo === undefined ? texts.notYet : texts.upTo(showMoment(upTo))}</p>
  </>
);

type ListProps = { list: DossierList; filter: DossierFilter; upTo: Instant | undefined; site: AdminSite };
const List = ({ list, filter, upTo, site }: ListProps) => {
  const query = dossierQuery(filter);
  const more = list.next && site.addresses.at(`/admin/dossiers${dossierQuery(filter, { after: list.next })}`);
  return (
    <>
      <h2>{listTexts.title}</h2>
      <DossierFilterForm filter={filter} site={site} />
      <Unreadable keys={list.unreadable} />
      {list.items.length === 0 && !more ? <p>{texts.none}</p> : ""}
      {list.items.length === 0 ? (
        ""
      ) : (
        <Table title={listTexts.title} headings={HEADINGS}>
          {list.items.map((line) => (
            <Row line={line} site={site} />
          ))}
        </Table>
      )}
      {more ? (
        <p>
          <a href={more}>{list.items.length === 0 ? listTexts.goOn : listTexts.more}</a>
        </p>
      ) : (
        ""
      )}
      <p class="soft">{upTo === undefined ? listTexts.notYet : listTexts.upTo(showMoment(upTo))}</p>
      <p class="soft">
        {workTexts.downloads} <a href={site.addresses.at(`/admin/dossiers.csv${query}`)}>{workTexts.csv}</a>,{" "}
        <a href={site.addresses.at(`/admin/dossiers.json${query}`)}>{workTexts.json}</a> (
        {listTexts.firstPart(MOST_IN_FILE)})
      </p>
    </>
  );
};

const SearchForm = ({ typed, site }: { typed: string; site: AdminSite }) => (
  <form method="get" action={site.addresses.at("/admin/dossiers")} role="search">
    <div class="field">
      <label for="search">{texts.search}</label>
      <p class="hint" id="search-hint">
        {texts.searchHint}
      </p>
      <input type="search" id="search" name="search" value={typed} aria-describedby="search-hint" />
    </div>
    <button>{texts.searchButton}</button>
  </form>
);

const typeName = (type: string): string => {
  const { data } = OrganisationType.safeParse(type);
  return data ? organisationTypeName(data) : type;
};

/** All dossiers, or those that a search finds; as a file too. */
export function dossiersRoutes(app: AdminApp, site: AdminSite) {
  const read = async (c: Context<AdminEnv>, most?: number) => {
    const filter = readDossierFilter(new URL(c.req.url).searchParams);
    const now = toInstant(site.now());
    return { filter, now, list: await listDossiers(site.lines, filter, now, most) };
  };

  app.get("/admin/dossiers", async (c) => {
    const typed = c.req.query("search")?.trim() ?? "";
    const upTo = upToOf(await site.lines.findState());
    const shown = typed ? (
      <Found typed={typed} search={await searchDossiers(site, typed)} upTo={upTo} site={site} />
    ) : (
      <List {...await read(c)} upTo={upTo} site={site} />
    );
    const page = (
      <div class="wide">
        <h1>{texts.title}</h1>
        <SearchForm typed={typed} site={site} />
        {shown}
        <p>
          <a href={site.addresses.at("/admin/deleted-dossiers")}>{keepingPages.deleted.link}</a>
        </p>
      </div>
    );
    return c.render(page, { title: texts.title });
  });

  app.get("/admin/dossiers.csv", async (c) => {
    const { list, now } = await read(c, MOST_IN_FILE);
    return serveCsv(c, {
      name: `dossiers-${dateOf(now)}`,
      columns: [
        ...[table.reference, table.organisation, listTexts.kind, table.step, table.state, table.since],
        ...[listTexts.turnOf, listTexts.task, table.deadline, table.due, listTexts.opened, listTexts.term],
      ],
      rows: list.items.map((line) => {
        const deadline = deadlineOf(line);
        return [
          ...[line.reference, line.organisationName, typeName(line.organisationType)],
          ...[stageNames[line.stage], statusNames[line.status], dateOf(line.since)],
          ...[turnsOf(line), tasksOf(line, site), deadline === undefined ? "" : dateOf(deadline)],
          ...[dueOf(line, now).text, dateOf(line.openedAt), line.termEnd ?? ""],
        ];
      }),
    });
  });

  app.get("/admin/dossiers.json", async (c) => {
    const { list, now } = await read(c, MOST_IN_FILE);
    const items = list.items.map(({ days: _days, rounds: _rounds, standstill, ...line }) => ({
      ...line,
      heldUntil: standstill.hold?.until,
      late: lineLateBy({ ...line, days: {}, rounds: {}, standstill }, now),
    }));
    return serveJson(c, `dossiers-${dateOf(now)}`, items);
  });
}
