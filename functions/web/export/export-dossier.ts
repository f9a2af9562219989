import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeZip, type ZipEntry } from "../../adapters/shared/zip-file.ts";
import { toInstant } from "../../domain/calendar.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import { type Actor, isSameAddress } from "../../domain/people.ts";
import type { LogEntry } from "../../domain/log.ts";
import type { Clock, Dossiers, ExportFiles, Logs, Readings, WholeDossier } from "../../domain/ports.ts";
import type { MailRecord } from "../../domain/records.ts";
import type { Reading } from "../../domain/reading.ts";
import type { ChangeDossier } from "../../dossiers/change-dossier.ts";
import { readingAnswer } from "./answers.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { fitsInExport } from "./documents-in-export.ts";
import { documentFile, mailFile } from "./file-names.ts";
import { logPage } from "./log-page.tsx";
import { mentionsOf } from "./mentions.ts";
import { type KnownPerson, personsOf, readersOf } from "./persons.ts";
import { readAhead } from "./read-ahead.ts";
import { readingsAbout } from "./readings-in-export.ts";
import { dossierSummary, type LeftOut, personSummary } from "./summary.tsx";
import { exportTexts } from "./texts.nl.ts";
import { exportedDocuments, exportedMails, toldData } from "./exported-dossier.ts";

type Deps = {
  dossiers: Pick<Dossiers, "readWhole">;
  readings: Pick<Readings, "listAll">;
  logs: Pick<Logs, "read">;
  exports: ExportFiles;
  changeDossier: ChangeDossier;
  definitions: Definitions;
  now: Clock;
};
export type ExportResult =
  | { status: "made"; id: string }
  /** The dossier has no person with this id. */
  | { status: "unknown" };
/** `id`: of the export. With a person: a copy of that person's data. */
export type ExportRequest = { id: string; personId: string | undefined };
export type ExportDossier = (whole: WholeDossier, by: Actor, request: ExportRequest) => Promise<ExportResult>;

type Page = { name: string; text: string };
/** The files in a zip. The pages are written last, because they list what is missing. */
type Contents = {
  pages: (leftOut: LeftOut[]) => Promise<Page[]>;
  documents: [StoredDocument, number][];
  mails: [MailRecord, number][];
};

/**
 * Makes a zip of a dossier, or of its data about one person, and stores it for a day; the record shows the actor. The
 * record has the id of the export, so the same request again makes nothing new.
 */
export function createExportDossier(deps: Deps): ExportDossier {
  return async (whole, by, { id, personId }) => {
    if (whole.changes.some((change) => change.id === id)) return { status: "made", id };
    const readings = await deps.readings.listAll(whole.dossier.id);
    const contents =
      personId === undefined
        ? wholeContents(whole, { readings, log: (await deps.logs.read(whole.dossier.id)).entries }, deps)
        : personContents(whole, readings, personId, deps);
    if (!contents) return { status: "unknown" };
    const path = join(tmpdir(), `${id}.zip`);
    try {
      await writeZip(path, entriesOf(whole.dossier.id, contents, deps));
      await deps.exports.store(whole.dossier.id, id, path);
    } finally {
      await rm(path, { force: true });
    }
    await remember(deps, whole.dossier.id, by, { id, personId });
    return { status: "made", id };
  };
}

const remember = (
  { changeDossier, now }: Deps,
  dossierId: string,
  by: Actor,
  { id, personId }: ExportRequest,
) =>
  changeDossier(
    dossierId,
    (current) => ({ ...current }),
    () => [
      {
        id,
        at: toInstant(now()),
        by,
        what: personId === undefined ? "exported" : "copied",
        to: personId,
      },
    ],
  );

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

type Telling = Pick<Deps, "definitions" | "now">;

/** All files of a dossier, numbered in chronological order. */
const filesOf = (whole: WholeDossier): Pick<Contents, "documents" | "mails"> => ({
  documents: exportedDocuments(whole).map((document, index) => [document, index]),
  mails: exportedMails(whole).map((mail, index) => [mail, index]),
});

type Beside = { readings: Reading[]; log: LogEntry[] };

function wholeContents(
  whole: WholeDossier,
  { readings, log }: Beside,
  { definitions, now }: Telling,
): Contents {
  return {
    pages: async (leftOut) => [
      {
        name: "index.html",
        text: await dossierSummary(whole, readings, definitions, toInstant(now()), leftOut),
      },
      {
        name: "gegevens.json",
        text: json({
          ...toldData(whole, definitions, toInstant(now())),
          readings: readings.map(readingAnswer),
        }),
      },
      { name: "logboek.html", text: await logPage(whole.dossier.reference, log, definitions) },
      { name: "logboek.json", text: json(log.map(({ content: _inData, ...entry }) => entry)) },
    ],
    ...filesOf(whole),
  };
}

/** All data that mention the person, documents added by the person, mails to the person, and readings. */
function personContents(
  whole: WholeDossier,
  readings: Reading[],
  id: string,
  { definitions, now }: Telling,
): Contents | undefined {
  const persons = [...personsOf(whole), ...readersOf(readings)];
  const person = persons.find((known) => known.id === id || known.ids.includes(id));
  if (!person) return undefined;
  const others = persons.filter((known) => known !== person);
  const { reference } = whole.dossier;
  const { documents, mails } = filesOf(whole);
  const mentions = mentionsOf(toldData(whole, definitions, toInstant(now())), person, others);
  const about = readingsAbout(person, readings);
  return {
    pages: async (leftOut) => [
      {
        name: "overzicht.html",
        text: await personSummary(reference, person.name, { mentions, about }, toInstant(now()), leftOut),
      },
      { name: "gegevens.json", text: json({ reference, person, mentions, readings: about.readings }) },
    ],
    documents: documents.filter(([{ by }]) => person.ids.includes(by.id)),
    mails: mails.filter(([mail]) => isMailOf(mail, person, others)),
  };
}

/** A mail record without a person id counts only where nobody else had the address. */
function isMailOf({ person: id, to }: MailRecord, person: KnownPerson, others: KnownPerson[]): boolean {
  if (id !== undefined) return person.ids.includes(id);
  const has = ({ emails }: KnownPerson) =>
    to.some((address) => emails.some((known) => isSameAddress(known, address)));
  return has(person) && !others.some(has);
}

/** For how long documents are read, in milliseconds: mails, pages and the upload follow within the 28 seconds. */
const READ_FOR = 14_000;
/** How many are read at once. Of documents, which are 25 MB at most, memory holds so many. */
const AT_ONCE = { documents: 3, mails: 10 };

async function* entriesOf(dossierId: string, contents: Contents, deps: Deps): AsyncGenerator<ZipEntry> {
  const leftOut: LeftOut[] = [];
  const fits = fitsInExport(contents.documents.map(([document]) => document));
  const end = deps.now().getTime() + READ_FOR;
  const isLate = () => deps.now().getTime() > end;
  const documents = readAhead(contents.documents, AT_ONCE.documents, async ([document, index]) => {
    const why = fits(document) && !isLate() ? "gone" : "tooLarge";
    const bytes = why === "gone" ? await deps.exports.readDocument(document) : undefined;
    return { document, index, bytes, why } as const;
  });
  for await (const { document, index, bytes, why } of documents) {
    if (bytes)
      yield { name: documentFile(document, index), bytes, at: new Date(document.at), isPacked: true };
    else leftOut.push({ document, why });
  }
  const mails = readAhead(contents.mails, AT_ONCE.mails, async ([mail, index]) => ({
    ...{ mail, index, kept: await deps.exports.readMail(dossierId, mail.key) },
  }));
  for await (const { mail, index, kept } of mails) {
    const bytes = kept ?? Buffer.from(exportTexts.notKept);
    yield { name: mailFile(mail, index), bytes, at: new Date(mail.at), isPacked: false };
  }
  for (const { name, text } of await contents.pages(leftOut))
    yield { name, bytes: Buffer.from(text), at: deps.now(), isPacked: false };
}
