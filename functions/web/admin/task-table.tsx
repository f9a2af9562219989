import { type Instant, showDay, toInstant } from "../../domain/calendar.ts";
import { daysOf } from "../../domain/deadline.nl.ts";
import { taskId } from "../../domain/human-task.ts";
import { lateBy } from "../../domain/lateness.ts";
import { sideOf } from "../../domain/people.ts";
import type { OpenTaskSummary } from "../../domain/ports.ts";
import { titleOf } from "../../domain/task-title.ts";
import { isOnHold } from "../../domain/running-time.ts";
import type { MailWork, WorkItem } from "../../domain/work.ts";
import { absenceTexts } from "../../staff/texts.nl.ts";
import type { AdminSite } from "../team/admin-site.ts";
import type { WorkList } from "../team/work-list.ts";
import { Table } from "../ui/table.tsx";
import { newMailTexts } from "./new-mails.nl.ts";
import { taskAddress } from "./task-address.ts";
import { adminTexts } from "./texts.nl.ts";
import { mailTitle } from "./work-title.ts";
import { workTexts } from "./work-texts.nl.ts";

/** "18 dec · 3 dagen te laat" */
export function dueInWords(item: WorkItem, now: Instant): { text: string; isLate: boolean } {
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

export function whoHas({ assignee }: WorkItem, subject: string): string {
  if (!assignee) return absenceTexts.inbox.nobody;
  return assignee.id === subject ? absenceTexts.inbox.you : assignee.name;
}

/** What a form chose: a task by its dossier and id, or a mail by its kind and id, and who had it when the page was made. */
export const chosenValue = (item: WorkItem): string => {
  const of = item.kind === "NewMail" ? [item.kind, item.mail.id] : [item.dossierId, taskId(item)];
  return [...of, item.assignee?.id ?? ""].join("/");
};

/** " (ronde 2)"; empty in a first round, and for messages, whose title has the sender. */
export const roundInWords = ({ round, from }: Pick<OpenTaskSummary, "round" | "from">): string =>
  round > 1 && !from ? ` (${adminTexts.table.round(round)})` : "";

const Task = ({ item, site }: { item: OpenTaskSummary; site: AdminSite }) => (
  <>
    <a href={taskAddress(site, item.dossierId, taskId(item))}>{titleOf(item, site.definitions)}</a>
    {roundInWords(item)}
  </>
);

const Mail = ({ item, site }: { item: MailWork; site: AdminSite }) => (
  <>
    <a href={site.addresses.at(`/admin/mails/${item.mail.id}`)}>{mailTitle(item)}</a>
    {item.mail.isConfirmed ? "" : ` (${newMailTexts.notConfirmed})`}
  </>
);

type RowProps = { item: WorkItem; site: AdminSite; subject: string; hasAssignee: boolean };
const Row = ({ item, site, subject, hasAssignee }: RowProps) => {
  const now = toInstant(site.now());
  const { table } = adminTexts;
  const title = item.kind === "NewMail" ? mailTitle(item) : titleOf(item, site.definitions);
  const due = dueInWords(item, now);
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
        {item.kind === "NewMail" ? <Mail item={item} site={site} /> : <Task item={item} site={site} />}
      </td>
      <td data-label={table.organisation}>{item.organisationName}</td>
      <td data-label={table.reference} class="one-line">
        {item.kind === "NewMail" ? (
          ""
        ) : (
          <a href={site.addresses.at(`/admin/dossiers/${item.dossierId}`)}>{item.reference}</a>
        )}
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
    <Table
      title={title}
      headings={[
        <span class="visually-hidden">{workTexts.selectTitle}</span>,
        table.task,
        table.organisation,
        table.reference,
        table.since,
        table.due,
        ...(hasAssignee ? [absenceTexts.inbox.assignee] : []),
      ]}
    >
      {list.items.map((item) => (
        <Row item={item} site={site} subject={subject} hasAssignee={hasAssignee} />
      ))}
    </Table>
  );
};
