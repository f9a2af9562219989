import { showDate, showMoment } from "../../domain/calendar.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import type { Reading } from "../../domain/reading.ts";
import { documentName, stageNames } from "../../domain/texts.nl.ts";
import { DossierFacts } from "../ui/dossier-facts.tsx";
import { statusNames } from "../ui/dossier-facts.nl.ts";
import { Term } from "../ui/dossier-parts.tsx";
import { thingRead, thingsRead } from "../ui/thing-read.nl.ts";
import { nameOf, PlanningDates } from "../ui/task/task-parts.tsx";
import type { Definitions } from "../../domain/task-definition.ts";
import { timelineOf } from "../ui/timeline.ts";
import { alone } from "./alone.tsx";
import { documentFile, hrefOf, mailFile } from "./file-names.ts";
import type { ReadingsAbout } from "./readings-in-export.ts";
import type { Mention } from "./mentions.ts";
import { exportTexts } from "./texts.nl.ts";
import { exportedDocuments, exportedMails } from "./exported-dossier.ts";

/** A document whose file is missing in the export: it is gone from the bucket, or did not fit. */
export type LeftOut = { document: StoredDocument; why: "gone" | "tooLarge" };

const LeftOutList = ({ leftOut }: { leftOut: LeftOut[] }) =>
  leftOut.length === 0 ? (
    <></>
  ) : (
    <>
      <h2>{exportTexts.leftOut}</h2>
      <ul>
        {leftOut.map(({ document, why }) => (
          <li>
            {documentName(document)}, {showMoment(document.at)}: {document.name}. {exportTexts[why]}
          </li>
        ))}
      </ul>
    </>
  );

const Documents = ({ whole, leftOut }: { whole: WholeDossier; leftOut: LeftOut[] }) => {
  const documents = exportedDocuments(whole);
  if (documents.length === 0) return <p>{exportTexts.noDocuments}</p>;
  return (
    <ul>
      {documents.map((document, index) => (
        <li>
          {documentName(document)}, {showMoment(document.at)}:{" "}
          {leftOut.some((left) => left.document === document) ? (
            document.name
          ) : (
            <a href={hrefOf(documentFile(document, index))}>{document.name}</a>
          )}
        </li>
      ))}
    </ul>
  );
};

const Mails = ({ whole }: { whole: WholeDossier }) => {
  const mails = exportedMails(whole);
  if (mails.length === 0) return <p>{exportTexts.noMails}</p>;
  return (
    <ul>
      {mails.map((mail, index) => (
        <li>
          {showMoment(mail.at)}: <a href={hrefOf(mailFile(mail, index))}>{mail.subject}</a> (
          {mail.to.join(", ")})
        </li>
      ))}
    </ul>
  );
};

/** The files of an export that are no document and no mail. */
const Files = () => (
  <nav aria-label={exportTexts.files}>
    <ul>
      {exportTexts.filesInExport.map(([name, words]) => (
        <li>
          <a href={name}>{words}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The whole dossier, in words, with a link to each file of the export: its index. */
export function dossierSummary(
  whole: WholeDossier,
  readings: Reading[],
  definitions: Definitions,
  now: string,
  leftOut: LeftOut[],
): Promise<string> {
  const { dossier } = whole;
  const { documents } = whole;
  const reader = { definitions, documents, ledMailboxes: [], isLed: true, readsNotes: true };
  return alone(
    exportTexts.title(dossier.reference),
    <>
      <h1>
        {exportTexts.title(dossier.reference)}: {dossier.organisation.name}
      </h1>
      <p>
        {stageNames[dossier.stage]}, {statusNames[dossier.status]}. {exportTexts.made(now)}
      </p>
      <Files />
      <DossierFacts dossier={dossier} />
      <PlanningDates dossier={dossier} />
      <Term dossier={dossier} />
      <h2>{exportTexts.documents}</h2>
      <Documents whole={whole} leftOut={leftOut} />
      <LeftOutList leftOut={leftOut} />
      <h2>{exportTexts.mails}</h2>
      <Mails whole={whole} />
      <h2>{exportTexts.timeline}</h2>
      <ol>
        {timelineOf(whole, reader)
          .reverse()
          .map(({ at, who, text, detail }) => (
            <li>
              {showMoment(at)}: {who ? `${nameOf(who)} ${text}` : text}
              {detail ? <blockquote>{detail}</blockquote> : ""}
            </li>
          ))}
      </ol>
      <h2>{exportTexts.readings}</h2>
      <ul>
        {readings.map((reading) => (
          <li>
            {showDate(reading.day)}: {reading.by.name}. {thingRead(reading, documents)}
          </li>
        ))}
      </ul>
    </>,
  );
}

/** The data of the dossier about one person as readable text. */
export const personSummary = (
  reference: string,
  name: string,
  { mentions, about }: { mentions: Mention[]; about: ReadingsAbout },
  now: string,
  leftOut: LeftOut[],
): Promise<string> =>
  alone(
    exportTexts.copyTitle(name),
    <>
      <h1>{exportTexts.copyTitle(name)}</h1>
      <p>
        {exportTexts.copyIntro(reference)} {exportTexts.made(now)}
      </p>
      <p>{exportTexts.copyFiles}</p>
      <LeftOutList leftOut={leftOut} />
      <table>
        <thead>
          <tr>
            <th scope="col">{exportTexts.place}</th>
            <th scope="col">{exportTexts.text}</th>
          </tr>
        </thead>
        <tbody>
          {mentions.map(({ place, text }) => (
            <tr>
              <td>{place}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{about.isReader ? exportTexts.ownReadings : exportTexts.readingsByLed}</h2>
      <ul>
        {about.readings.map(({ day, what }) => (
          <li>
            {showDate(day)}: {thingsRead[what]}
          </li>
        ))}
      </ul>
    </>,
  );
