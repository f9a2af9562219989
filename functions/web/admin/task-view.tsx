import type { Child } from "hono/jsx";
import { showDate, toInstant } from "../../domain/calendar.ts";
import { isClosedOrWithdrawn } from "../../domain/dossier.ts";
import { whenDue } from "../../domain/deadline.nl.ts";
import type { Session } from "../../domain/ports.ts";
import { titleOf } from "../../domain/task-title.ts";
import { typicalDaysOf } from "../../domain/statistics.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import { Answers } from "../ui/form/answers.tsx";
import { documentsFor } from "../ui/task/documents-for.ts";
import type { Again } from "../ui/task/serve-task.tsx";
import { ChangedInVersion } from "../ui/task/protocol-versions.tsx";
import { OpenTask } from "../ui/task/task-page.tsx";
import { DocumentList } from "../ui/task/document-list.tsx";
import { DecisionTaken, stepOf, ToldBefore } from "../ui/task/task-parts.tsx";
import { AdviceOfConsumer, AskedText } from "../ui/task/dpo-advice.tsx";
import { findTask, type ShownTask, sightOf } from "../ui/task/find-shown-task.ts";
import { taskTexts } from "../ui/task/texts.nl.ts";
import { answersOf } from "../../domain/answers-of.ts";
import { pastOf, told } from "../ui/task/decided-before.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { assignmentBox } from "./assignment.tsx";
import type { TaskFor } from "../team/find-dossier.ts";
import { chosenText, forTask, ReadyTextChoice } from "./ready-text-choice.tsx";
import type { Posted } from "../ui/task/posted.ts";
import { Token } from "./guard.tsx";
import { Messages } from "./task-messages.tsx";
import { FilesToTakeOver } from "./take-over.tsx";
import { adminTexts } from "./texts.nl.ts";

type Shown = { content: ReturnType<typeof OpenTask>; title: string };

const Over = ({ found: { whole, task }, site }: { found: TaskFor; site: AdminSite }) => (
  <>
    {whole.dossier.organisation.name} ·{" "}
    <a href={site.addresses.at(`/admin/dossiers/${whole.dossier.id}`)}>{whole.dossier.reference}</a> ·{" "}
    {stepOf(task)}
  </>
);

/** The task that a question to the team is about, with a link. */
const About = ({ found: { whole, task }, site }: { found: TaskFor; site: AdminSite }) => {
  const about = task.about === undefined ? undefined : findTask(whole, task.about);
  if (!about || task.about === undefined) return <></>;
  const title = titleOf(about, site.definitions);
  return (
    <p class="told">
      {adminTexts.task.about}{" "}
      <a href={site.addresses.at(`/admin/dossiers/${whole.dossier.id}/tasks/${task.about}`)}>{title}</a> (
      {audienceNames[about.audience]}, {adminTexts.dossier.openTask(showDate(about.openedAt))})
    </p>
  );
};

type AdviceProps = { sight: ShownTask; site: AdminSite; to: string };
const Advice = ({ sight, site: { definitions }, to }: AdviceProps) => (
  <>
    <AdviceOfConsumer sight={sight} definitions={definitions} />
    <AskedText sight={sight} definitions={definitions} to={to} />
  </>
);

/** A task that this person cannot decide: decided, closed, or for another role. */
async function shownTask(
  site: AdminSite,
  session: Session,
  found: TaskFor,
  assignment?: Child,
): Promise<Shown> {
  const { whole, task } = found;
  const definition = site.definitions[task.kind];
  const sight = sightOf(site, whole, task, false);
  const title = titleOf(task, site.definitions);
  const { decision } = task;
  const content = (
    <>
      <p class="over">
        <Over found={found} site={site} />
      </p>
      <h1>{title}</h1>
      <About found={found} site={site} />
      <Messages found={found} site={site} hidden={<Token session={session} />} />
      {decision ? (
        <div class="done">
          <h2>{taskTexts.decided}</h2>
          <DecisionTaken task={task} past={pastOf(definition, decision.outcome)} />
        </div>
      ) : (
        <p class="notice">
          {task.status === "open" && !isClosedOrWithdrawn(whole.dossier)
            ? [
                taskTexts.waitsFor(audienceNames[task.audience], task.openedAt),
                whenDue(task, whole.dossier, toInstant(site.now())) ?? "",
                adminTexts.task.reader(audienceNames[task.audience]),
              ].join(" ")
            : taskTexts.closed.because(whole.dossier)}
        </p>
      )}
      {assignment ?? ""}
      {decision ? (
        <section>
          <h2>{taskTexts.answers}</h2>
          <Answers answers={answersOf(definition, task)} />
        </section>
      ) : (
        ""
      )}
      <ToldBefore told={told(sight, site.definitions, "led")} />
      <Advice
        sight={sight}
        site={site}
        to={site.addresses.at(`/admin/dossiers/${whole.dossier.id}/documents`)}
      />
      <DocumentList
        documents={documentsFor("led-team", whole)}
        to={site.addresses.at(`/admin/dossiers/${whole.dossier.id}/documents`)}
        whole={whole}
      />
    </>
  );
  return { content, title };
}

/** The saved draft, with a ready text in its field. */
function filledIn({ draft }: ShownTask, chosen: ReturnType<typeof chosenText>): Posted | undefined {
  const [outcome, field] = chosen?.place.split(".") ?? [];
  if (!chosen || outcome === undefined || field === undefined) return undefined;
  const before = draft?.outcome === outcome ? draft.values : {};
  return { outcome, values: { ...before, [field]: chosen.text }, documents: [], problems: [] };
}

/** The page of a task, for any reader of the LED. */
export async function taskView(
  site: AdminSite,
  session: Session,
  found: TaskFor & { source?: string; chosen?: string },
  address: string,
  again: Again = {},
): Promise<Shown> {
  const { whole, task, part } = found;
  const isOpen = task.status === "open" && !isClosedOrWithdrawn(whole.dossier);
  const assignment = isOpen ? await assignmentBox(site, task, session, address) : undefined;
  if (!isOpen || part === "reader") return shownTask(site, session, found, assignment);
  const isOwn = part === "own";
  const typical = typicalDaysOf(await site.lines.findStatistics());
  const sight = { ...sightOf(site, whole, task, isOwn), typical };
  const title = titleOf(task, site.definitions);
  const isOfTeam = isOwn && task.audience === "led-team";
  const choosable = isOfTeam ? forTask(await site.readyTexts.list(), sight.definition) : [];
  const content = (
    <OpenTask
      sight={sight}
      told={told(sight, site.definitions, "led")}
      documents={documentsFor(task.audience === "leading-official" ? task.audience : "led-team", whole)}
      to={address}
      draftPath={isOwn ? "draft" : undefined}
      documentsPath="documents"
      onBehalf={!isOwn}
      source={found.source}
      turn={
        isOwn
          ? taskTexts.yourTurn(task.openedAt)
          : taskTexts.waitsFor(audienceNames[task.audience], task.openedAt)
      }
      now={toInstant(site.now())}
      names={site.site.names}
      over={<Over found={found} site={site} />}
      assignment={assignment}
      title={title}
      about={
        <>
          <About found={found} site={site} />
          {isOwn ? (
            ""
          ) : (
            <FilesToTakeOver whole={whole} task={task} site={site} hidden={<Token session={session} />} />
          )}
          <Messages found={found} site={site} hidden={<Token session={session} />} />
        </>
      }
      changed={
        task.audience === "leading-official" ? undefined : (
          <ChangedInVersion whole={whole} definitions={site.definitions} />
        )
      }
      advice={
        <>
          <Advice sight={sight} site={site} to={`${address}/documents`} />
          <ReadyTextChoice choosable={choosable} to={address} addresses={site.addresses} />
        </>
      }
      toPerson={(part) => site.addresses.at(`/admin/dossiers/${whole.dossier.id}/people/${part}`)}
      hidden={<Token session={session} />}
      posted={filledIn(sight, chosenText(found.chosen, choosable, whole.dossier))}
      {...again}
    />
  );
  return { content, title };
}
