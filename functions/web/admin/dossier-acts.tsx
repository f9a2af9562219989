import { type Instant, showDate } from "../../domain/calendar.ts";
import { whenDue } from "../../domain/deadline.nl.ts";
import { type Dossier, stageToResume, withdrawalOf } from "../../domain/dossier.ts";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import { type Actor, sideOf } from "../../domain/people.ts";
import { titleOf } from "../../domain/task-title.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import { audienceNames, stageNames } from "../../domain/texts.nl.ts";
import { stagesReached } from "../../executions/stage-is-reached.ts";
import { useMayEnd } from "../../out-of-use/use-may-end.ts";
import { withdrawalIsPossible } from "../../dossiers/withdrawal-is-possible.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { pastOf } from "../ui/task/decided-before.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { Csrf } from "./guard.tsx";
import { WhyParked } from "./parked.tsx";
import { adminTexts } from "./texts.nl.ts";
import { workflowPageTexts } from "./workflow-texts.nl.ts";

const texts = adminTexts.dossier;
type Props = { dossier: Dossier; session: Session; to: string };

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
          {task.round > 1 && !task.from ? ` (${adminTexts.table.round(task.round)})` : ""},{" "}
          {audienceNames[task.audience]}: {stateOf(task, props)}
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

/** All tasks of the dossier, latest first: open ones, and a collapsed list of completed ones. */
export const Tasks = (props: TasksProps) => {
  const latestFirst = props.whole.tasks.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  const open = latestFirst.filter(({ status }) => status === "open");
  const done = latestFirst.filter(({ status }) => status !== "open");
  return (
    <section>
      <h2>{texts.tasks}</h2>
      {open.length === 0 ? <p>{texts.noTasks}</p> : <TaskList tasks={open} {...props} />}
      {done.length > 0 ? (
        <details>
          <summary>{texts.doneTasks(done.length)}</summary>
          <TaskList tasks={done} {...props} />
        </details>
      ) : (
        ""
      )}
    </section>
  );
};

/** A parked dossier: the cause, and how to resume it. */
export const Parked = ({ dossier, session, to, site }: Props & { site: AdminSite }) => {
  if (dossier.status !== "PARKED") return <></>;
  return (
    <section class="summary" aria-labelledby="parked">
      <h2 id="parked">{texts.parkedTitle}</h2>
      <WhyParked dossier={dossier} site={site} />
      <p>{texts.parkedHelp}</p>
      <form method="post" action={`${to}/resume`}>
        <Csrf session={session} />
        <div class="field">
          <label for="stage">{texts.resumeFrom}</label>
          <select id="stage" name="stage">
            {stagesReached(dossier).map((stage) => (
              <option value={stage} selected={stage === stageToResume(dossier)}>
                {stageNames[stage]}
              </option>
            ))}
          </select>
        </div>
        <button>{texts.resume}</button>
      </form>
      <p>
        <a href={`${to}/closing`}>{workflowPageTexts.parked.close}</a>
      </p>
    </section>
  );
};

export const WithdrawLink = ({ dossier, to }: Omit<Props, "session">) =>
  withdrawalIsPossible(dossier).allowed && !withdrawalOf(dossier) ? (
    <p>
      <a href={`${to}/withdrawal`}>{texts.withdraw}</a>
    </p>
  ) : (
    <></>
  );

/** For a dossier with an access: links to reopen it or to end the use. */
export const UseLinks = ({ dossier, to, by }: Omit<Props, "session"> & { by: Actor }) => {
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
