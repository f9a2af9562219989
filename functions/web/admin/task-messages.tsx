import type { Child } from "hono/jsx";
import { showMoment } from "../../domain/calendar.ts";
import { teamActsFor } from "../../domain/decide.ts";
import { isAccepted, type StoredDocument } from "../../domain/documents.ts";
import { answeredTo, filesOf, messagesOf } from "../../domain/messages.ts";
import { taskId } from "../../domain/human-task.ts";
import { isOfConsumer, PERSON_PARTS } from "../../domain/people.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import { titleOf } from "../../domain/task-title.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import type { Note } from "../../domain/records.ts";
import type { AdminSite } from "../team/admin-site.ts";
import type { TaskFor } from "../team/find-dossier.ts";
import { whyRefused } from "../ui/task/refused-document.nl.ts";
import { nameOf } from "../ui/task/task-parts.tsx";
import { MessageText } from "../ui/message-text.tsx";
import { messageTaskTexts as texts } from "./message-task.nl.ts";
import { SOURCE, TakeOverButtons, waysToTakeOver } from "./take-over.tsx";
import { taskAddress } from "./task-address.ts";

type Context = { whole: WholeDossier; site: AdminSite; hidden: Child };

const whyNot = (file: StoredDocument): string =>
  file.scan === "accepted" || file.scan === "checking" ? texts.checking : whyRefused(file, file.scan);

const File = ({ file, whole, site, hidden }: Context & { file: StoredDocument }) => (
  <li>
    {isAccepted(file) ? (
      <a href={site.addresses.at(`/admin/dossiers/${file.dossierId}/documents/${file.id}`)}>{file.name}</a>
    ) : (
      `${file.name}: ${whyNot(file)}`
    )}
    <TakeOverButtons
      file={file}
      ways={waysToTakeOver(file, whole, site.definitions)}
      site={site}
      hidden={hidden}
    />
  </li>
);

/** Links to the tasks that the team can decide on behalf of the consumer because of a message. */
const OnBehalf = ({ message, whole, site }: Context & { message: Note }) => {
  const open = whole.tasks.filter((task) => task.status === "open" && teamActsFor(task));
  return open.length === 0 || !isOfConsumer(message.by) ? (
    <></>
  ) : (
    <>
      <p>{texts.actOnBehalf}</p>
      <ul>
        {open.map((task) => (
          <li>
            <a
              href={`${taskAddress(site, whole.dossier.id, taskId(task))}?${SOURCE}=${encodeURIComponent(message.id)}`}
            >
              {texts.actFor(titleOf(task, site.definitions), audienceNames[task.audience])}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

type MessageProps = Context & { message: Note; isOpen: boolean };
const Message = ({ message, isOpen, ...context }: MessageProps) => {
  const files = filesOf(message, context.whole.documents);
  return (
    <section class="told">
      <h2>{texts.from(nameOf(message.by), showMoment(message.at))}</h2>
      <MessageText text={message.text} quoted={message.quoted} />
      {files.length === 0 ? (
        ""
      ) : (
        <>
          <p>{texts.files}</p>
          <ul>
            {files.map((file) => (
              <File file={file} {...context} />
            ))}
          </ul>
        </>
      )}
      {isOpen ? <OnBehalf message={message} {...context} /> : ""}
    </section>
  );
};

type Props = { found: TaskFor; site: AdminSite; hidden: Child };

/** The messages that a task asks to answer, with their files and the people who get the answer. */
export const Messages = ({ found: { whole, task }, site, hidden }: Props) => {
  if (task.kind !== "AnswerMessage") return <></>;
  const { dossier } = whole;
  const messages = messagesOf(task, whole);
  const isOpen = task.status === "open";
  const ids = answeredTo(dossier, messages);
  const names = PERSON_PARTS.flatMap((part) => dossier.people[part] ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ name, email }) => `${name} (${email})`);
  return (
    <>
      {messages.map((message) => (
        <Message message={message} isOpen={isOpen} whole={whole} site={site} hidden={hidden} />
      ))}
      {isOpen ? <p>{texts.answerGoesTo([...new Set(names)].join(", "))}</p> : ""}
    </>
  );
};
