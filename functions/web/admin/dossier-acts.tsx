import { type Instant, showDate } from "../../domain/calendar.ts";
import { whenDue } from "../../domain/deadline.nl.ts";
import { type Dossier, withdrawalOf } from "../../domain/dossier.ts";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import { type Actor, sideOf } from "../../domain/people.ts";
import { titleOf } from "../../domain/task-title.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import { useMayEnd } from "../../out-of-use/use-may-end.ts";
import { withdrawalIsPossible } from "../../dossiers/withdrawal-is-possible.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { pastOf } from "../ui/task/decided-before.ts";
import { Csrf } from "./guard.tsx";
import { roundInWords } from "./task-table.tsx";
import { adminTexts } from "./texts.nl.ts";
import { dossierPageTexts } from "./dossier-page.nl.ts";

const texts = adminTexts.dossier;
type Props = { dossier: Dossier; to: string };

const MailLink = ({ task, session, to }: { task: HumanTask; session: Session; to: string }) => (
  <form method="post" action={`${to}/tasks/${taskId(task)}/link`}>
    <Csrf session={session} />
    <button class="plain">
      {texts.mailLink}
      <span class="visually-hidden"> ({taskId(task)})</span>
    </button>
  </form>
);

const isOfConsumer = ({ audience }: HumanTask) => sideOf(audience) === "consumer";

const stateOf = (task: HumanTask, { definitions, whole, now }: TasksProps): string => {
  if (task.decision)
    return `${task.decision.by.name} ${pastOf(definitions[task.kind], task.decision.outcome)}, ${showDate(task.decision.at)}`;
  if (task.status !== "open") return texts.closedTask;
  const reached = task.unreached === undefined ? [] : [texts.unreached(showDate(task.unreached))];
  const due = whenDue(task, whole.dossier, now) ?? [];
  return [texts.openTask(showDate(task.openedAt)), reached, due].flat().join(". ");
};

type TasksProps = {
  whole: WholeDossier;
  definitions: Definitions;
  session: Session;
  isTeam: boolean;
  to: string;
  now: Instant;
};

const TaskList = ({ tasks, ...props }: TasksProps & { tasks: HumanTask[] }) => {
  const { definitions, session, isTeam, to } = props;
  return (
    <ul class="spaced">
      {tasks.map((task) => (
        <li>
          <a href={`${to}/tasks/${taskId(task)}`}>{titleOf(task, definitions)}</a>
          {roundInWords(task)}, {audienceNames[task.audience]}: {stateOf(task, props)}
          {isTeam && task.status === "open" && isOfConsumer(task) ? (
            <MailLink task={task} session={session} to={to} />
          ) : (
            ""
          )}
        </li>
      ))}
    </ul>
  );
};

const latestFirst = (tasks: HumanTask[]) => tasks.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));

/** The open tasks. One that the reader can decide has a button; the others name the person who must act. */
export const OpenTasks = (props: TasksProps) => {
  const open = latestFirst(props.whole.tasks.filter(({ status }) => status === "open"));
  const isOwn = ({ audience }: HumanTask) => props.session.roles.some((role) => role === audience);
  const own = open.filter(isOwn);
  const others = open.filter((task) => !isOwn(task));
  return (
    <>
      {own.map((task) => {
        const title = titleOf(task, props.definitions);
        return (
          <div class="when">
            <p>
              <strong>{title}</strong>
              {roundInWords(task)}: {stateOf(task, props)}
            </p>
            <p>
              <a class="button" href={`${props.to}/tasks/${taskId(task)}`}>
                {dossierPageTexts.waits.decide(title)}
              </a>
            </p>
          </div>
        );
      })}
      {others.length > 0 ? <TaskList tasks={others} {...props} /> : ""}
      {open.length === 0 ? <p>{texts.noTasks}</p> : ""}
    </>
  );
};

/** The closed tasks, in a folded list. */
export const DoneTasks = (props: TasksProps) => {
  const done = latestFirst(props.whole.tasks.filter(({ status }) => status !== "open"));
  return (
    <>
      {done.length > 0 ? (
        <details>
          <summary>{texts.doneTasks(done.length)}</summary>
          <TaskList tasks={done} {...props} />
        </details>
      ) : (
        ""
      )}
    </>
  );
};

export const WithdrawLink = ({ dossier, to }: Props) =>
  withdrawalIsPossible(dossier).allowed && !withdrawalOf(dossier) ? (
    <p>
      <a href={`${to}/withdrawal`}>{texts.withdraw}</a>
    </p>
  ) : (
    <></>
  );

/** For a dossier with an access: links to reopen it or to end the use. */
export const UseLinks = ({ dossier, to, by }: Props & { by: Actor }) => {
  const ways = [
    ...(dossier.status === "IN_USE" ? [{ to: `${to}/amendment`, label: texts.amend }] : []),
    ...(useMayEnd(dossier, "breach", by).allowed ? [{ to: `${to}/end-of-use`, label: texts.endUse }] : []),
  ];
  return ways.length === 0 ? (
    <></>
  ) : (
    <ul>
      {ways.map((way) => (
        <li>
          <a href={way.to}>{way.label}</a>
        </li>
      ))}
    </ul>
  );
};
