import { toInstant } from "../../domain/calendar.ts";
import { isClosedOrWithdrawn } from "../../domain/dossier.ts";
import { whenDue } from "../../domain/deadline.nl.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import { describeValues } from "../../domain/describe-values.ts";
import { Round } from "../ui/task/later-round.tsx";
import { fieldsOf, laterRound } from "../ui/task/rounds.ts";
import { Answers } from "../ui/form/answers.tsx";
import { DocumentList } from "../ui/task/document-list.tsx";
import { documentsFor } from "../ui/task/documents-for.ts";
import type { Again } from "../ui/task/serve-task.tsx";
import { OpenTask } from "../ui/task/task-page.tsx";
import { DecisionTaken, nameOf, stepOf } from "../ui/task/task-parts.tsx";
import { AdviceOfConsumer, AsDocument, AskedText, mayAskDpo, OwnAdvice } from "../ui/task/dpo-advice.tsx";
import { type ShownTask, sightOf } from "../ui/task/find-shown-task.ts";
import type { HumanTask } from "../../domain/human-task.ts";
import { newTask } from "../../tasks/open-task.ts";
import { taskTexts } from "../ui/task/texts.nl.ts";
import { pastOf, told } from "../ui/task/decided-before.ts";
import { OwnTasks } from "./dossier-summary.tsx";
import { pathOfPerson } from "./people.tsx";
import type { PublicSite } from "./public-site.ts";
import type { TaskVisit } from "./visits.ts";

type Shown = { content: ReturnType<typeof OpenTask>; title: string };

type ClosedProps = { visit: TaskVisit; site: PublicSite };

/** The task that the workflow will open in a moment, for the reader of the form that was just sent. */
function soonOpen({ task, whole }: TaskVisit, { definitions }: PublicSite): HumanTask[] {
  const { readBy } = definitions[task.kind];
  return readBy === undefined || task.consumedAt !== undefined || !task.decision
    ? []
    : [newTask(definitions[readBy], whole.dossier, task.decision.at, {})];
}

/** The next person, as far as known: the workflow proceeds on its own. */
const Next = ({ visit, site, toDossier }: ClosedProps & { toDossier: string }) => {
  const open = visit.whole.tasks.filter((task) => task.status === "open");
  const others = open.filter(({ audience }) => audience !== visit.audience);
  const next = [...others, ...(others.length === 0 ? soonOpen(visit, site) : [])];
  return (
    <>
      <h2>{taskTexts.next}</h2>
      {next.map((task) => (
        <p>
          {taskTexts.nextTurn(audienceNames[task.audience], task.openedAt)}{" "}
          {whenDue(task, visit.whole.dossier, toInstant(site.now()))}
        </p>
      ))}
      <OwnTasks visit={visit} site={site} open={open} />
      <p>{taskTexts.nextQuiet}</p>
      <p>
        <a href={toDossier}>{taskTexts.toDossier}</a>
      </p>
    </>
  );
};

/** The answers and the documents of the decision, to read and to print for as long as the dossier is kept. */
const Given = ({ visit, site }: ClosedProps) => {
  const { task, whole, audience, path } = visit;
  const named = new Set(task.decision?.documents);
  const documents = documentsFor(audience, whole).filter(({ id }) => named.has(id));
  const { decision } = task;
  const { definitions } = site;
  const answers = decision
    ? describeValues(fieldsOf(definitions, task, decision.outcome), decision.fields)
    : [];
  const round = decision && laterRound(whole, definitions, task, decision);
  if (answers.length + documents.length === 0) return <></>;
  return (
    <section>
      <h2>{taskTexts.given}</h2>
      <p>{taskTexts.print}</p>
      <Round round={round} title={taskTexts.rounds.yours} />
      <Answers answers={answers} />
      {documents.length > 0 ? (
        <DocumentList documents={documents} to={site.addresses.at(`${path}/documenten`)} whole={whole} />
      ) : (
        ""
      )}
    </section>
  );
};

const overOf = ({ whole: { dossier }, task }: TaskVisit) =>
  `${dossier.organisation.name} · ${dossier.reference} · ${stepOf(task)}`;

/** The page of a task that needs no decision any more: thanks, or an explanation of who was first. */
export function closedTask(site: PublicSite, visit: TaskVisit, isTooLate = false): Shown {
  const { task, person, secret } = visit;
  const { decision } = task;
  const toDossier = site.addresses.at(`/dossier/${secret}`);
  const definition = site.definitions[task.kind];
  if (!decision) {
    const { title, because } = taskTexts.closed;
    const content = (
      <>
        <p class="over">{overOf(visit)}</p>
        <h1>{title}</h1>
        <p>{because(visit.whole.dossier)}</p>
        <p>
          <a href={toDossier}>{taskTexts.toDossier}</a>
        </p>
      </>
    );
    return { content, title };
  }
  const past = pastOf(definition, decision.outcome);
  const isOwn = decision.by.id === person.id;
  const isFirst = isOwn && !isTooLate;
  const others = isOwn
    ? taskTexts.youDecided(decision.at)
    : taskTexts.alreadyDecided(nameOf(decision.by), decision.at);
  const content = (
    <>
      <p class="over">{overOf(visit)}</p>
      <h1>{isFirst ? taskTexts.thanks(past) : definition.texts.nl.title}</h1>
      <div class="done" role="status">
        <h2>{isFirst ? taskTexts.kept(visit.whole.dossier.reference) : others}</h2>
        <DecisionTaken task={task} past={past} />
        {isFirst ? "" : <p>{isOwn ? taskTexts.youDecidedText : taskTexts.alreadyDecidedText}</p>}
      </div>
      <Next visit={visit} site={site} toDossier={toDossier} />
      <Given visit={visit} site={site} />
    </>
  );
  return { content, title: isFirst ? taskTexts.decided : definition.texts.nl.title };
}

/** The text as it is filled in so far, to show to the DPO. */
const Drafted = ({ sight: { task }, to }: { sight: ShownTask; to: string }) =>
  task.kind === "SubmitProtocol" ? (
    <section class="told">
      <h2>{taskTexts.drafted.title}</h2>
      <p>{taskTexts.drafted.text}</p>
      <AsDocument page={to} />
    </section>
  ) : (
    <></>
  );

type AdviceProps = { sight: ShownTask; site: PublicSite; page: string };
const Advice = ({ sight, site: { definitions }, page }: AdviceProps) => (
  <>
    <Drafted sight={sight} to={page} />
    <OwnAdvice sight={sight} definitions={definitions} />
    <AdviceOfConsumer sight={sight} definitions={definitions} />
    <AskedText sight={sight} definitions={definitions} to={`${page}/documenten`} page={page} />
  </>
);

/** The page of a task, in any status. */
export async function taskView(site: PublicSite, visit: TaskVisit, again: Again = {}): Promise<Shown> {
  const { task, whole, audience, secret, path } = visit;
  const { dossier } = whole;
  if (task.status !== "open" || isClosedOrWithdrawn(dossier)) return closedTask(site, visit);
  const sight = sightOf(site, whole, task, true);
  const to = site.addresses.at(path);
  const content = (
    <OpenTask
      sight={sight}
      told={told(sight, site.definitions, "consumer")}
      documents={documentsFor(audience, whole)}
      to={to}
      draftPath="ontwerp"
      advice={<Advice sight={sight} site={site} page={to} />}
      dpoPath={mayAskDpo(sight) ? "dpo" : undefined}
      documentsPath="documenten"
      onBehalf={false}
      isByLink
      turn={taskTexts.yourTurn(task.openedAt)}
      now={toInstant(site.now())}
      names={site.site.names}
      over={overOf(visit)}
      toDossier={site.addresses.at(`/dossier/${secret}`)}
      toPerson={(part) => site.addresses.at(pathOfPerson(secret, part))}
      {...again}
    />
  );
  return { content, title: sight.definition.texts.nl.title };
}
