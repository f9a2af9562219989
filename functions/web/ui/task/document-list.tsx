import { showDate } from "../../../domain/calendar.ts";
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type StoredDocument,
  textIdOf,
} from "../../../domain/documents.ts";
import { type Dossier, isClosedOrWithdrawn } from "../../../domain/dossier.ts";
import { parseTaskId } from "../../../domain/human-task.ts";
import type { WholeDossier } from "../../../domain/ports.ts";
import { documentNames, upperFirst } from "../../../domain/texts.nl.ts";
import { versionsOf } from "../../../protocol/protocol-version.ts";
import { Signatures } from "./signatures.tsx";
import { taskTexts } from "./texts.nl.ts";

type About = Pick<WholeDossier, "dossier" | "tasks">;
/** The documents of a kind, the latest first: those that hold, and those that a later one replaced. */
export type OfKind = { kind: DocumentKind; current: Numbered[]; earlier: Numbered[] };
/** `version`: number among the texts of its kind; undefined when there is one text. Word and PDF of a text share it. */
type Numbered = { document: StoredDocument; version?: number };

/** Groups documents by kind. Whoever reads or signs one must not take an earlier version by mistake. */
export function byKind(documents: readonly StoredDocument[], { dossier, tasks }: About): OfKind[] {
  const [, ...earlierTexts] = versionsOf(dossier);
  const decidedOn = new Set(tasks.flatMap(({ decision }) => decision?.documents ?? []));
  const isReplaced = (document: StoredDocument) =>
    earlierTexts.some(({ task }) => task === document.taskId) ||
    documents.some((other) => replaces(other, document, decidedOn));
  return DOCUMENT_KINDS.flatMap((kind) => {
    const all = documents.filter((one) => one.kind === kind).toSorted((a, b) => a.at.localeCompare(b.at));
    if (all.length === 0) return [];
    const texts = [...new Set(all.map(({ id }) => textIdOf(id)))];
    const numbered = all
      .map((document) => ({
        document,
        ...(texts.length > 1 && document.taskId !== undefined
          ? { version: texts.indexOf(textIdOf(document.id)) + 1 }
          : {}),
      }))
      .reverse();
    return [
      {
        kind,
        current: numbered.filter(({ document }) => !isReplaced(document)),
        earlier: numbered.filter(({ document }) => isReplaced(document)),
      },
    ];
  });
}

/** Whether a document takes the place of another: it is of a later round, or was sent instead of it for one task. */
function replaces(other: StoredDocument, document: StoredDocument, decidedOn: ReadonlySet<string>): boolean {
  if (other.kind !== document.kind || textIdOf(other.id) === textIdOf(document.id)) return false;
  // A document outside a task stands by itself.
  if (document.taskId === undefined || other.taskId === undefined) return false;
  if (other.taskId === document.taskId) return other.at > document.at && !decidedOn.has(document.id);
  const [one, later] = [parseTaskId(document.taskId), parseTaskId(other.taskId)];
  return (
    one?.kind === later?.kind &&
    one !== undefined &&
    later !== undefined &&
    (later.pass > one.pass || (later.pass === one.pass && later.round > one.round))
  );
}

type ListProps = { documents: Numbered[]; to: string };
const List = ({ documents, to }: ListProps) => (
  <ul>
    {documents.map(({ document, version }) => (
      <li>
        <a href={`${to}/${document.id}`}>{document.name}</a> (
        {document.title && document.title !== document.name ? `${document.title}, ` : ""}
        {taskTexts.documentVersion(version, showDate(document.at))})
        <Signatures document={document} />
      </li>
    ))}
  </ul>
);

/** Leads to the page that adds a document outside any task. */
export const AddDocumentLink = ({ dossier, to }: { dossier: Dossier; to: string }) =>
  isClosedOrWithdrawn(dossier) ? (
    <></>
  ) : (
    <p>
      <a href={to}>{taskTexts.addOutside}</a>
    </p>
  );

/** Documents with links, by kind; `to` is the address above theirs. Those that were replaced are folded away. */
export const DocumentList = (props: { documents: StoredDocument[]; to: string; whole: About }) => {
  const { documents, to, whole } = props;
  return (
    <section>
      <h2>{taskTexts.documents}</h2>
      {documents.length === 0 ? <p>{taskTexts.noDocuments}</p> : ""}
      {byKind(documents, whole).map(({ kind, current, earlier }) => (
        <>
          <h3>{upperFirst(documentNames[kind])}</h3>
          {current.length > 0 ? <List documents={current} to={to} /> : ""}
          {earlier.length > 0 ? (
            <details>
              <summary>{taskTexts.documentsOfEarlier(earlier.length, documentNames[kind])}</summary>
              <List documents={earlier} to={to} />
            </details>
          ) : (
            ""
          )}
        </>
      ))}
    </section>
  );
};
