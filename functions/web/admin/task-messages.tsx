import { showMoment } from "../../domain/calendar.ts";
import { isAccepted, type StoredDocument } from "../../domain/documents.ts";
import { answeredTo, filesOf, messagesOf } from "../../domain/messages.ts";
import { PERSON_PARTS } from "../../domain/people.ts";
import type { Note } from "../../domain/records.ts";
import type { AdminSite } from "../team/admin-site.ts";
import type { TaskFor } from "../team/find-dossier.ts";
import { nameOf } from "../ui/task/task-parts.tsx";
import { messageTaskTexts as texts } from "./message-task.nl.ts";

const File = ({ file, to }: { file: StoredDocument; to: string }) => (
  <li>{isAccepted(file) ? <a href={`${to}/${file.id}`}>{file.name}</a> : texts.notAccepted(file.name)}</li>
);

type MessageProps = { message: Note; files: StoredDocument[]; to: string };
const Message = ({ message, files, to }: MessageProps) => (
  <section class="told">
    <h2>{texts.from(nameOf(message.by), showMoment(message.at))}</h2>
    <p class="as-typed">{message.text}</p>
    {files.length === 0 ? (
      ""
    ) : (
      <>
        <p>{texts.files}</p>
        <ul>
          {files.map((file) => (
            <File file={file} to={to} />
          ))}
        </ul>
      </>
    )}
  </section>
);

/** The messages that a task asks to answer, with their files, and whom an answer reaches. */
export const Messages = ({ found: { whole, task }, site }: { found: TaskFor; site: AdminSite }) => {
  if (task.kind !== "AnswerMessage") return <></>;
  const { dossier, documents } = whole;
  const messages = messagesOf(task, whole);
  const ids = answeredTo(dossier, messages);
  const names = PERSON_PARTS.flatMap((part) => dossier.people[part] ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ name, email }) => `${name} (${email})`);
  return (
    <>
      {messages.map((message) => (
        <Message
          message={message}
          files={filesOf(message, documents)}
          to={site.addresses.at(`/admin/dossiers/${dossier.id}/documents`)}
        />
      ))}
      {task.status === "open" ? <p>{texts.answerGoesTo([...new Set(names)].join(", "))}</p> : ""}
    </>
  );
};
