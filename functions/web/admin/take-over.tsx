import type { Child } from "hono/jsx";
import { isImage } from "../../domain/document-types.ts";
import { DocumentKind, isAccepted, type StoredDocument, takesImages } from "../../domain/documents.ts";
import { teamActsFor } from "../../domain/decide.ts";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import { filesOf, isTakenOver } from "../../domain/messages.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { documentNames } from "../../domain/texts.nl.ts";
import { kindsOf } from "../../documents/take-over.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { findTaskFor } from "../team/find-dossier.ts";
import { ADDED } from "../ui/task/texts.nl.ts";
import { readOwnForm } from "./guard.tsx";
import { messageTaskTexts as texts } from "./message-task.nl.ts";
import { taskAddress } from "./task-address.ts";
import { refuseAct } from "./team-act.tsx";

/** Parameter of the address of a task: the message on which the team acts. */
export const SOURCE = "bericht";

type Way = { task: HumanTask; kind: DocumentKind };

/** The ways to take a file over: each kind of document that an open task asks for, if the team may decide that task on behalf. */
export const waysToTakeOver = (
  file: StoredDocument,
  { tasks, documents }: Pick<WholeDossier, "tasks" | "documents">,
  definitions: Definitions,
): Way[] =>
  tasks
    .filter((task) => task.status === "open" && teamActsFor(task) && isAccepted(file))
    .flatMap((task) => kindsOf(definitions, task).map((kind) => ({ task, kind })))
    .filter(({ kind }) => takesImages(kind) || !isImage(file.contentType))
    .filter(({ task, kind }) => !isTakenOver(file, { taskId: taskId(task), kind }, documents));

type ButtonsProps = {
  file: StoredDocument;
  ways: Way[];
  site: AdminSite;
  hidden: Child;
};

/** A button for each way to take a file over. */
export const TakeOverButtons = ({ file, ways, site, hidden }: ButtonsProps) => (
  <>
    {ways.map(({ task, kind }) => (
      <form method="post" action={`${taskAddress(site, file.dossierId, taskId(task))}/take-over`}>
        {hidden}
        <input type="hidden" name="document" value={file.id} />
        <input type="hidden" name="kind" value={kind} />
        <button class="second">
          {texts.takeOver(documentNames[kind])}
          <span class="visually-hidden"> ({file.name})</span>
        </button>
        <span class="soft"> {site.definitions[task.kind].texts.nl.title}</span>
      </form>
    ))}
  </>
);

/** How many files a task shows; the latest come first. */
const MOST_FILES = 10;

/** The files of messages that the team can take over for a task that it decides on behalf of somebody. */
export const FilesToTakeOver = (props: {
  whole: WholeDossier;
  task: HumanTask;
  site: AdminSite;
  hidden: Child;
}) => {
  const { whole, task, site } = props;
  const files = whole.notes
    .flatMap((note) => filesOf(note, whole.documents))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST_FILES)
    .map((file) => ({
      file,
      ways: waysToTakeOver(file, { tasks: [task], documents: whole.documents }, site.definitions),
    }))
    .filter(({ ways }) => ways.length > 0);
  return files.length === 0 ? (
    <></>
  ) : (
    <section class="told">
      <h2>{texts.filesOfMessages}</h2>
      <ul>
        {files.map(({ file, ways }) => (
          <li>
            <a href={site.addresses.at(`/admin/dossiers/${whole.dossier.id}/documents/${file.id}`)}>
              {file.name}
            </a>
            <TakeOverButtons file={file} ways={ways} site={site} hidden={props.hidden} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Takes a file of a message over, and opens the form of its task. */
export function takeOverRoutes(app: AdminApp, site: AdminSite) {
  app.post("/admin/dossiers/:id/tasks/:taskId/take-over", async (c) => {
    const form = await readOwnForm(c);
    const { id, taskId: task } = c.req.param();
    const { part, actor } = await findTaskFor(site, c.var.caller, id, task);
    const { data: kind } = DocumentKind.safeParse(form.get("kind"));
    const documentId = form.get("document");
    if (part !== "on-behalf") throw new Refusal("no-role");
    if (!kind || !documentId) throw new Refusal("bad-request");
    const verdict = await site.takeOver({ dossierId: id, documentId, taskId: task, kind }, actor);
    const address = taskAddress(site, id, task);
    return verdict.allowed
      ? c.redirect(`${address}?${ADDED.name}=${ADDED.value}`, 303)
      : refuseAct(c, verdict.reasons, address);
  });
}
