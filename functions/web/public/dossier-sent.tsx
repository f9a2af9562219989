import { taskId } from "../../domain/human-task.ts";
import { showMoment } from "../../domain/calendar.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { pastOf } from "../ui/task/decided-before.ts";
import { nameOf } from "../ui/task/task-parts.tsx";
import { dossierTexts as texts } from "./dossier-texts.nl.ts";
import { messagePageTexts } from "./message-texts.nl.ts";
import { pathOfTask, type Visit } from "./visits.ts";

type Props = { visit: Visit; definitions: Definitions; at: (path: string) => string };

/** Every decision of the reader's part, with a link to its answers; the latest first. */
export const WhatWasSent = ({ visit, definitions, at }: Props) => {
  const { whole, audience, person, secret } = visit;
  const sent = whole.tasks
    .flatMap((task) => (task.decision && task.audience === audience ? [{ task, by: task.decision }] : []))
    .toSorted((one, other) => other.by.at.localeCompare(one.by.at));
  return (
    <section>
      <h2>{texts.sent}</h2>
      {sent.length === 0 ? <p>{texts.nothingSent}</p> : ""}
      <ul class="spaced">
        {sent.map(({ task, by: { by, at: when, outcome } }) => {
          const past = pastOf(definitions[task.kind], outcome);
          return (
            <li>
              <a href={at(pathOfTask(secret, taskId(task)))}>{definitions[task.kind].texts.nl.title}</a>:{" "}
              {by.id === person.id ? texts.sentOn(past, when) : texts.sentBy(nameOf(by), past, when)}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** The messages between both parties, the latest first. */
export const Messages = ({ visit, at }: Omit<Props, "definitions">) => {
  const messages = visit.whole.notes
    .filter(({ to }) => to !== undefined)
    .toSorted((one, other) => other.at.localeCompare(one.at));
  return visit.audience === "applicant" ? (
    <section>
      <h2>{texts.messages}</h2>
      {messages.length === 0 ? <p>{texts.noMessages}</p> : ""}
      <ol class="timeline">
        {messages.map(({ at: when, by, text }) => (
          <li>
            <time datetime={when}>{showMoment(when)}</time>
            {nameOf(by)}
            <q>{text}</q>
          </li>
        ))}
      </ol>
      <p>
        <a href={at(`/dossier/${visit.secret}/bericht`)}>{messagePageTexts.title}</a>
      </p>
    </section>
  ) : (
    <></>
  );
};
