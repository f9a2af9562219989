import { showMoment } from "../../domain/calendar.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import type { Note } from "../../domain/records.ts";
import type { Problem } from "../ui/form/problems.nl.ts";
import { nameOf } from "../ui/task/task-parts.tsx";
import { dossierPageTexts } from "./dossier-page.nl.ts";
import { WriteNote } from "./write-note.tsx";

const texts = dossierPageTexts.messages;

const Texts = ({ notes }: { notes: Note[] }) => (
  <ol class="timeline">
    {notes
      .toSorted((one, other) => other.at.localeCompare(one.at))
      .map(({ at, by, text }) => (
        <li>
          <time datetime={at}>{showMoment(at)}</time>
          {nameOf(by)}
          <q>{text}</q>
        </li>
      ))}
  </ol>
);

type Props = {
  whole: WholeDossier;
  session: Session;
  to: string;
  note?: { typed: string; problem: Problem };
};

/** The messages between both parties, and the notes of the team. */
export const MessagesAndNotes = ({ whole: { notes }, session, to, note }: Props) => {
  const messages = notes.filter((one) => one.to !== undefined);
  const own = notes.filter((one) => one.to === undefined);
  return (
    <>
      <section>
        <h2>{texts.title}</h2>
        {messages.length === 0 ? <p>{texts.none}</p> : <Texts notes={messages} />}
        <p>
          <a class="button second" href={`${to}/message`}>
            {texts.write}
          </a>
        </p>
      </section>
      <section>
        <h2>{texts.notes}</h2>
        {own.length === 0 ? <p>{texts.noNotes}</p> : <Texts notes={own} />}
        <WriteNote session={session} to={to} {...note} />
      </section>
    </>
  );
};
