import type { Child } from "hono/jsx";
import { type Instant, showDay, toInstant } from "../../domain/calendar.ts";
import { daysOf } from "../../domain/deadline.nl.ts";
import { taskId } from "../../domain/human-task.ts";
import { lateBy } from "../../domain/lateness.ts";
import { type Audience, AUDIENCES, sideOf } from "../../domain/people.ts";
import type { OpenTaskSummary } from "../../domain/ports.ts";
import { STAGES } from "../../domain/process.ts";
import { isOnHold } from "../../domain/running-time.ts";
import { audienceNames, stageNames } from "../../domain/texts.nl.ts";
import { absenceTexts } from "../../staff/texts.nl.ts";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import { audiencesFor, isOwn, SHOWN } from "../team/list-tasks.ts";
import { filterQuery, HELD, TASK_SORTS, type WorkFilter, type WorkList } from "../team/work-list.ts";
import { type Choice, Select } from "./select.tsx";
import { adminTexts } from "./texts.nl.ts";
import { workTexts } from "./work-texts.nl.ts";

const texts = workTexts.filter;

const any: Choice = { value: "", label: texts.any };

type FilterProps = { site: AdminSite; caller: Caller; filter: WorkFilter; list: WorkList };

/** The filter as a form: its address is that of the list. */
export const Filter = ({ site, caller, filter, list }: FilterProps) => {
  const others = audiencesFor(caller).filter((audience) => !isOwn(caller, audience));
  return (
    <form method="get" action={site.addresses.at("/admin")} aria-label={texts.title} class="filter">
      <Select
        id="filter"
        name="kind"
        label={texts.kind}
        chosen={filter.kind}
        choices={[
          any,
          ...list.kinds.map((kind) => ({ value: kind, label: site.definitions[kind].texts.nl.title })),
        ]}
      />
      <Select
        id="filter"
        name="stage"
        label={texts.stage}
        chosen={filter.stage}
        choices={[any, ...STAGES.map((stage) => ({ value: stage, label: stageNames[stage] }))]}
      />
      <Select
        id="filter"
        name="show"
        label={texts.show}
        chosen={filter.show}
        choices={SHOWN.map((value) => ({ value, label: absenceTexts.inbox[value] }))}
      />
      {others.length === 0 ? (
        ""
      ) : (
        <Select
          id="filter"
          name="whose"
          label={texts.whose}
          chosen={filter.whose}
          choices={[
            { value: "", label: texts.own },
            ...others.map((value) => ({ value, label: audienceNames[value] })),
          ]}
        />
      )}
      <Select
        id="filter"
        name="hold"
        label={texts.hold}
        chosen={filter.hold}
        choices={[any, ...HELD.map((value) => ({ value, label: texts.holds[value] }))]}
      />
      <Select
        id="filter"
        name="sort"
        label={texts.sort}
        chosen={filter.sort}
        choices={TASK_SORTS.map((value) => ({ value, label: texts.sorts[value] }))}
      />
      <div class="option">
        <input type="checkbox" id="filter-late" name="late" value="1" checked={filter.late} />
        <label for="filter-late">{texts.late}</label>
      </div>
      <button class="second">{texts.button}</button>
    </form>
  );
};

const Links = (props: { label: string; links: { href: string; isHere: boolean; text: string }[] }) => (
  <nav class="across" aria-label={props.label}>
    <ul>
      {props.links.map(({ href, isHere, text }) => (
        <li>
          <a href={href} aria-current={isHere ? "page" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The counts of the list, each a link to what it counts. */
export const Counts = ({ site, filter, list }: Omit<FilterProps, "caller">) => {
  const { counts } = list;
  const own = { whose: filter.whose, sort: filter.sort };
  const all = { ...own, show: "all", late: false, page: 1 } satisfies WorkFilter;
  const choices: [keyof typeof workTexts.counts & keyof typeof counts, WorkFilter][] = [
    ["all", all],
    ["mine", { ...all, show: "mine" }],
    ["unclaimed", { ...all, show: "unclaimed" }],
    ["late", { ...all, late: true }],
    ["held", { ...all, hold: "yes" }],
  ];
  const here = filterQuery(filter);
  const links = choices
    .filter(([name]) => filter.whose === undefined || (name !== "mine" && name !== "unclaimed"))
    .map(([name, of]) => ({
      href: site.addresses.at(`/admin${filterQuery(of)}`),
      isHere: filterQuery(of) === here,
      text: workTexts.counts[name](counts[name]),
    }));
  return <Links label={workTexts.counts.title} links={links} />;
};

type WaitsProps = {
  site: AdminSite;
  caller: Caller;
  filter: WorkFilter;
  counted: Partial<Record<Audience, { count: number }>>;
};

/** What waits for others, with the counts of the overview. */
export const WaitsForOthers = ({ site, caller, filter, counted }: WaitsProps) => {
  const others = AUDIENCES.filter((one) => audiencesFor(caller).includes(one) && !isOwn(caller, one));
  if (others.length === 0) return <></>;
  const links = others.map((whose) => ({
    href: site.addresses.at(`/admin${filterQuery(filter, { whose, show: "all", kind: undefined })}`),
    isHere: filter.whose === whose,
    text: workTexts.waitsFor(audienceNames[whose], counted[whose]?.count),
  }));
  return <Links label={workTexts.waits} links={links} />;
};

/** "18 dec · 3 dagen te laat" */
export function dueInWords(item: OpenTaskSummary, now: Instant): { text: string; isLate: boolean } {
  const { hold } = item.standstill;
  if (hold && isOnHold(item.standstill, now))
    return { text: adminTexts.table.held(showDay(hold.until, now)), isLate: false };
  if (item.deadline === undefined) return { text: "", isLate: false };
  const late = lateBy(item, item.standstill, now);
  const day = showDay(item.deadline, now);
  return late > 0
    ? { text: workTexts.late(day, daysOf(late, sideOf(item.audience))), isLate: true }
    : { text: day, isLate: false };
}

export function whoHas({ assignee }: OpenTaskSummary, subject: string): string {
  if (!assignee) return absenceTexts.inbox.nobody;
  return assignee.id === subject ? absenceTexts.inbox.you : assignee.name;
}

/** A task in the address of a form: its dossier, its id, and who had it when the page was made. */
export const chosenValue = (item: OpenTaskSummary): string =>
  [item.dossierId, taskId(item), item.assignee?.id ?? ""].join("/");

type RowProps = { item: OpenTaskSummary; site: AdminSite; subject: string; hasAssignee: boolean };
const Row = ({ item, site, subject, hasAssignee }: RowProps) => {
  const now = toInstant(site.now());
  const { table } = adminTexts;
  const title = site.definitions[item.kind].texts.nl.title;
  const due = dueInWords(item, now);
  const to = `/admin/dossiers/${item.dossierId}`;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          name="task"
          value={chosenValue(item)}
          aria-label={workTexts.select(`${title}, ${item.organisationName}`)}
        />
      </td>
      <td data-label={table.task}>
        <a href={site.addresses.at(`${to}/tasks/${taskId(item)}`)}>{title}</a>
        {item.round > 1 ? ` (${table.round(item.round)})` : ""}
      </td>
      <td data-label={table.organisation}>{item.organisationName}</td>
      <td data-label={table.reference} class="one-line">
        <a href={site.addresses.at(to)}>{item.reference}</a>
      </td>
      <td data-label={table.since} class="one-line">
        {showDay(item.openedAt, now)}
      </td>
      <td data-label={table.due} class="one-line">
        {due.isLate ? <strong class="overdue">{due.text}</strong> : due.text}
      </td>
      {hasAssignee ? <td data-label={absenceTexts.inbox.assignee}>{whoHas(item, subject)}</td> : ""}
    </tr>
  );
};

type TableProps = { list: WorkList; site: AdminSite; subject: string; title: string };

/** One line for each task; cards on a telephone. */
export const TaskTable = ({ list, site, subject, title }: TableProps) => {
  const { table } = adminTexts;
  const hasAssignee = list.audiences.some((audience) => sideOf(audience) === "led");
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={title}>
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{workTexts.selectTitle}</span>
            </th>
            <th scope="col">{table.task}</th>
            <th scope="col">{table.organisation}</th>
            <th scope="col">{table.reference}</th>
            <th scope="col">{table.since}</th>
            <th scope="col">{table.due}</th>
            {hasAssignee ? <th scope="col">{absenceTexts.inbox.assignee}</th> : ""}
          </tr>
        </thead>
        <tbody>
          {list.items.map((item) => (
            <Row item={item} site={site} subject={subject} hasAssignee={hasAssignee} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Links to the other pages of a list. */
export const Pages = (props: { page: number; pages: number; to: (page: number) => string }): Child => {
  const { page, pages, to } = props;
  if (pages <= 1) return <></>;
  const near = Array.from({ length: pages }, (_, before) => before + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= 2,
  );
  return (
    <nav class="across" aria-label={workTexts.pages}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={to(page - 1)} rel="prev">
              {workTexts.previous}
            </a>
          </li>
        ) : (
          ""
        )}
        {near.map((one) => (
          <li>
            <a href={to(one)} aria-current={one === page ? "page" : undefined}>
              {one}
            </a>
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={to(page + 1)} rel="next">
              {workTexts.next}
            </a>
          </li>
        ) : (
          ""
        )}
      </ul>
    </nav>
  );
};
