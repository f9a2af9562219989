import { absenceTexts } from "../../staff/texts.nl.ts";
import { type Instant, showDate, toInstant } from "../../domain/calendar.ts";
import { daysOf, deadlineTexts } from "../../domain/deadline.nl.ts";
import { taskId } from "../../domain/human-task.ts";
import { lateBy } from "../../domain/lateness.ts";
import { type Audience, sideOf } from "../../domain/people.ts";
import type { OpenTaskSummary } from "../../domain/ports.ts";
import { isOnHold } from "../../domain/running-time.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import { Unreadable } from "../ui/unreadable.tsx";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import { Csrf } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { audiencesFor, isOwn, listTasks, SHOWN, type Shown, shownAs } from "../team/list-tasks.ts";
import { adminTexts } from "./texts.nl.ts";

/** One page of the open tasks of an audience, with the start of the next page. */
export type InboxPart = {
  audience: Audience;
  items: OpenTaskSummary[];
  next?: string;
  unreadable?: string[];
};

const texts = adminTexts.inbox;

/** Late tasks first, then by deadline; tasks on hold or without a deadline come last. */
export const byUrgency =
  (now: Instant) =>
  (a: OpenTaskSummary, b: OpenTaskSummary): number =>
    lateBy(b, b.standstill, now) - lateBy(a, a.standstill, now) ||
    Number(isOnHold(a.standstill, now)) - Number(isOnHold(b.standstill, now)) ||
    (a.deadline ?? "9").localeCompare(b.deadline ?? "9") ||
    a.openedAt.localeCompare(b.openedAt);

const DueCell = ({ item, now }: { item: OpenTaskSummary; now: Instant }) => {
  const { hold } = item.standstill;
  if (hold && isOnHold(item.standstill, now)) return <td>{adminTexts.table.held(showDate(hold.until))}</td>;
  const late = lateBy(item, item.standstill, now);
  return (
    <td>
      {item.deadline === undefined ? "" : showDate(item.deadline)}
      {late > 0 ? (
        <strong class="late">{deadlineTexts.late(daysOf(late, sideOf(item.audience)))}</strong>
      ) : (
        ""
      )}
    </td>
  );
};

const isOfLed = (audience: Audience) => sideOf(audience) === "led";

function whoHas({ assignee }: OpenTaskSummary, subject: string): string {
  if (!assignee) return absenceTexts.inbox.nobody;
  return assignee.id === subject ? absenceTexts.inbox.you : assignee.name;
}

/** All tasks, the reader's own, or unassigned ones. */
const Filter = ({ shown, to }: { shown: Shown; to: string }) => (
  <nav class="across" aria-label={absenceTexts.inbox.show}>
    <ul>
      {SHOWN.map((choice) => (
        <li>
          <a
            href={choice === "all" ? to : `${to}?show=${choice}`}
            aria-current={choice === shown ? "page" : undefined}
          >
            {absenceTexts.inbox[choice]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type TableProps = { part: InboxPart; title: string; site: AdminSite; subject: string };
const TaskTable = ({ part, title, site, subject }: TableProps) => (
  <div class="scroll" tabindex={0} role="region" aria-label={title}>
    <table>
      <thead>
        <tr>
          <th scope="col">{adminTexts.table.task}</th>
          <th scope="col">{adminTexts.table.organisation}</th>
          <th scope="col">{adminTexts.table.reference}</th>
          <th scope="col">{adminTexts.table.since}</th>
          <th scope="col">{adminTexts.table.due}</th>
          {isOfLed(part.audience) ? <th scope="col">{absenceTexts.inbox.assignee}</th> : ""}
        </tr>
      </thead>
      <tbody>
        {part.items.toSorted(byUrgency(toInstant(site.now()))).map((item) => (
          <tr>
            <td>
              <a href={site.addresses.at(`/admin/dossiers/${item.dossierId}/tasks/${taskId(item)}`)}>
                {site.definitions[item.kind].texts.nl.title}
              </a>
              {item.round > 1 ? ` (${adminTexts.table.round(item.round)})` : ""}
            </td>
            <td>{item.organisationName}</td>
            <td>
              <a href={site.addresses.at(`/admin/dossiers/${item.dossierId}`)}>{item.reference}</a>
            </td>
            <td>{showDate(item.openedAt)}</td>
            <DueCell item={item} now={toInstant(site.now())} />
            {isOfLed(part.audience) ? <td>{whoHas(item, subject)}</td> : ""}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

type PartProps = { part: InboxPart; site: AdminSite; caller: Caller; shown: Shown };
const Part = ({ part, site, caller, shown }: PartProps) => {
  const name = audienceNames[part.audience];
  const title = isOwn(caller, part.audience) ? texts.yours(name) : texts.waitsFor(name);
  return (
    <section>
      <h2>{title}</h2>
      {part.items.length === 0 ? (
        <p>{shown === "all" ? texts.none : absenceTexts.inbox.noneHere}</p>
      ) : (
        <TaskTable part={part} title={title} site={site} subject={caller.subject} />
      )}
      {part.next ? (
        <p>
          <a
            href={site.addresses.at(
              `/admin?show=${shown}&audience=${part.audience}&next=${encodeURIComponent(part.next)}`,
            )}
          >
            {texts.more}
          </a>
        </p>
      ) : (
        ""
      )}
    </section>
  );
};

export function inboxRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin", async (c) => {
    const { caller, session } = c.var;
    const chosen = c.req.query("audience");
    const shown = shownAs(c.req.query("show"));
    const audiences = audiencesFor(caller)
      .filter((audience) => chosen === undefined || audience === chosen)
      .filter((audience) => shown === "all" || isOfLed(audience));
    const next = chosen === undefined ? undefined : c.req.query("next");
    const parts = await Promise.all(
      audiences.map(async (audience) => ({
        audience,
        ...(await listTasks(site.tasks, audience, { shown, subject: caller.subject, next })),
      })),
    );
    const page = (
      <>
        <h1>{texts.title}</h1>
        <Filter shown={shown} to={site.addresses.at("/admin")} />
        <Unreadable keys={parts.flatMap(({ unreadable = [] }) => unreadable)} />
        {parts
          .filter((part) => part.items.length > 0 || isOwn(caller, part.audience))
          .map((part) => (
            <Part part={part} site={site} caller={caller} shown={shown} />
          ))}
        <form method="post" action={site.addresses.at("/admin/sign-out-everywhere")}>
          <Csrf session={session} />
          <p>
            <button class="plain">{texts.everywhere}</button>
          </p>
        </form>
      </>
    );
    return c.render(page, { title: texts.title });
  });
}
