import { firstGrantOf } from "../domain/access.ts";
import type { Instant } from "../domain/calendar.ts";
import { roundOf } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { leadTimesOf } from "../domain/lead-times.ts";
import type { OverviewLine, Turn } from "../domain/overview-line.ts";
import type { Side } from "../domain/people.ts";
import type { WholeDossier } from "../domain/ports.ts";
import { isInOverview, type Stage, STAGES } from "../domain/process.ts";

const byDeadline = (a: Turn, b: Turn) =>
  (a.deadline ?? "9").localeCompare(b.deadline ?? "9") || a.since.localeCompare(b.since);

const turnOf = (task: HumanTask): Turn => ({
  ...{ audience: task.audience, kind: task.kind, id: taskId(task) },
  ...{ since: task.openedAt, deadline: task.deadline, assignee: task.assignee?.name },
});

/** Whether the stage is behind the dossier, so that its times do not change. */
const isBehind = ({ status, stage }: WholeDossier["dossier"], of: Stage): boolean =>
  status === "IN_USE" || status === "CLOSED" || STAGES.indexOf(of) < STAGES.indexOf(stage);

/** The latest that anybody did, or that became of a mail. */
const latestAct = ({ dossier, ...parts }: WholeDossier): Instant | undefined =>
  [
    ...[dossier.openedAt, dossier.since, dossier.closed?.at],
    ...parts.tasks.flatMap(({ openedAt, decision, closedAt }) => [openedAt, decision?.at, closedAt]),
    ...parts.documents.flatMap(({ at, checkedAt, removed }) => [at, checkedAt, removed?.at]),
    ...parts.mails.flatMap(({ at, delivery }) => [at, delivery?.at]),
    ...[...parts.changes, ...parts.notes, ...parts.accesses.flatMap(({ changes }) => changes)].map(
      ({ at }) => at,
    ),
  ]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);

const wasEntered = ({ tasks }: WholeDossier): boolean => tasks.some(({ kind }) => kind === "EnterUse");

/** The line of a dossier, as it is now. */
export function lineOf(whole: WholeDossier, now: Instant): OverviewLine {
  const { dossier, tasks } = whole;
  const { id, reference, organisation, status, stage, since, openedAt, pauses, hold, protocol } = dossier;
  const times = leadTimesOf(whole, now);
  const behind = STAGES.filter((one) => isBehind(dossier, one));
  const daysOf = (side: Side, of: Stage) => times[side].byStage.find((one) => one.stage === of)?.days;
  const days = behind.map(
    (of) => [of, { consumer: daysOf("consumer", of), led: daysOf("led", of) }] as const,
  );
  const reached = STAGES.filter((one) => STAGES.indexOf(one) <= STAGES.indexOf(stage));
  return {
    ...{ id, reference, status, stage, since, openedAt },
    ...{ latestAt: latestAct(whole), changedAt: now },
    organisationName: organisation.name,
    organisationType: organisation.type,
    standstill: { pauses, ...(hold ? { hold: { since: hold.since, until: hold.until } } : {}) },
    turns: tasks
      .filter((task) => task.status === "open" && isInOverview(task.kind))
      .map(turnOf)
      .sort(byDeadline),
    inUseSince: dossier.use?.since,
    // A use that the team entered has no lead time.
    firstUsedAt: wasEntered(whole) ? undefined : firstGrantOf(whole.accesses),
    termEnd: dossier.use ? protocol?.term.end : undefined,
    closed: dossier.closed && { at: dossier.closed.at, outcome: dossier.closed.outcome },
    days: Object.fromEntries(
      days.filter(([, sides]) => Object.values(sides).some((one) => one !== undefined)),
    ),
    rounds: Object.fromEntries(reached.map((one) => [one, roundOf(dossier, one)])),
  };
}
