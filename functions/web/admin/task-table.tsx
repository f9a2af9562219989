import { type Instant, showDay, toInstant } from "../../domain/calendar.ts";
import { daysOf } from "../../domain/deadline.nl.ts";
import { taskId } from "../../domain/human-task.ts";
import { lateBy } from "../../domain/lateness.ts";
import { sideOf } from "../../domain/people.ts";
import type { OpenTaskSummary } from "../../domain/ports.ts";
import { titleOf } from "../../domain/task-title.ts";
import { isOnHold } from "../../domain/running-time.ts";
import { absenceTexts } from "../../staff/texts.nl.ts";
import type { AdminSite } from "../team/admin-site.ts";
import type { WorkList } from "../team/work-list.ts";
import { Table } from "../ui/table.tsx";
import { adminTexts } from "./texts.nl.ts";
import { workTexts } from "./work-texts.nl.ts";

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

/** " (ronde 2)"; empty in a first round, and for messages, whose title has the sender. */
export const roundInWords = ({ round, from }: Pick<OpenTaskSummary, "round" | "from">): string =>
  round > 1 && !from ? ` (${adminTexts.table.round(round)})` : "";

type RowProps = { item: OpenTaskSummary; site: AdminSite; subject: string; hasAssignee: boolean };
const Row = ({ item, site, subject, hasAssignee }: RowProps) => {
  const now = toInstant(site.now());
  const { table } = adminTexts;
  const title = titleOf(item, site.definitions);
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
        {roundInWords(item)}
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
