import { changePeopleTexts } from "../../people/texts.nl.ts";
import { type Instant, toInstant } from "../../domain/calendar.ts";
import { whenDue } from "../../domain/deadline.nl.ts";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import { PERSON_PARTS } from "../../domain/people.ts";
import { channelNames, personPartNames, upperFirst } from "../../domain/texts.nl.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import type { HandlerToday } from "../../staff/handler-today.ts";
import { HandlerName } from "../ui/handler.tsx";
import { handlerTexts } from "../ui/handler.nl.ts";
import { WhoseTurn } from "../ui/dossier-parts.tsx";
import { stepOf } from "../ui/task/task-parts.tsx";
import { dossierTexts as texts, taskNouns } from "./dossier-texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { pathOfTask, type Visit } from "./visits.ts";

/** The button that opens a task. */
export function continueWith({ kind }: HumanTask, definitions: Definitions): string {
  const noun = taskNouns[kind];
  return noun === undefined
    ? texts.continueWithTitle(definitions[kind].texts.nl.title)
    : texts.continueWith(noun);
}

type Props = { visit: Visit; site: PublicSite; open: HumanTask[] };

/** The open tasks of the reader, each with a button that opens it. */
export const OwnTasks = ({ visit, site, open }: Props) => {
  const own = open.filter(({ audience }) => audience === visit.audience);
  const now: Instant = toInstant(site.now());
  return own.length === 0 ? (
    <></>
  ) : (
    <>
      <h3>{texts.yourTasks}</h3>
      {own.map((task) => (
        <div>
          <p>
            <strong>{site.definitions[task.kind].texts.nl.title}</strong>.{" "}
            {whenDue(task, visit.whole.dossier, now)}
          </p>
          <p>
            <a class="button" href={site.addresses.at(pathOfTask(visit.secret, taskId(task)))}>
              {continueWith(task, site.definitions)}
            </a>
          </p>
        </div>
      ))}
    </>
  );
};

/** Where the dossier is, whose turn it is, until when, and what is asked of the reader. */
export const Summary = ({ visit, site, open, handler }: Props & { handler?: HandlerToday }) => {
  const { dossier } = visit.whole;
  const channels = dossier.intake?.channels ?? [];
  return (
    <section class="told">
      <h2>{texts.summary}</h2>
      <p>{stepOf(dossier)}</p>
      <h3>{texts.turn}</h3>
      <WhoseTurn dossier={dossier} open={open} now={toInstant(site.now())} reader={visit.audience} />
      <OwnTasks visit={visit} site={site} open={open} />
      <dl class="answers">
        <div>
          <dt>{texts.contact}</dt>
          <dd>{dossier.people.contact.name}</dd>
        </div>
        {handler === undefined ? (
          ""
        ) : (
          <div>
            <dt>{handlerTexts.handler}</dt>
            <dd>
              <HandlerName today={handler} />
            </dd>
          </div>
        )}
        {channels.length === 0 ? (
          ""
        ) : (
          <div>
            <dt>{texts.channels}</dt>
            <dd>{channels.map((channel) => channelNames[channel]).join(" en ")}</dd>
          </div>
        )}
      </dl>
    </section>
  );
};

/** Who acts for the organisation. */
export const People = ({ visit, to }: { visit: Visit; to: string }) => {
  const { people } = visit.whole.dossier;
  return (
    <section>
      <h2>{texts.people}</h2>
      <dl class="answers">
        {PERSON_PARTS.map((part) =>
          people[part] ? (
            <div>
              <dt>{upperFirst(personPartNames[part])}</dt>
              <dd>{people[part].name}</dd>
            </div>
          ) : (
            ""
          ),
        )}
      </dl>
      {visit.audience === "applicant" ? (
        <p>
          <a href={`${to}/personen`}>{changePeopleTexts.page.toPeople}</a>
        </p>
      ) : (
        ""
      )}
    </section>
  );
};
