import type { StoredDocument } from "../../../domain/documents.ts";
import type { Dossier } from "../../../domain/dossier.ts";
import type { LegalBasis, ProtocolVersion } from "../../../domain/facts.ts";
import type { Definitions } from "../../../domain/task-definition.ts";
import type { WholeDossier } from "../../../domain/ports.ts";
import { versionsOf } from "../../../protocol/protocol-version.ts";
import { type ChangedAnswer, changedAnswers } from "./changed-answers.ts";
import { describeValues } from "../../../domain/describe-values.ts";
import { ChangedText } from "./changed-text.tsx";
import { fieldsOf } from "./rounds.ts";
import { findTask } from "./find-shown-task.ts";
import { taskTexts } from "./texts.nl.ts";

const texts = taskTexts.versions;
type Reader = {
  whole: WholeDossier;
  documents: StoredDocument[];
  /** Address above the documents. */
  to: string;
  /** Whether the reader signs the fixed text, and sees no other version. */
  seesFixedOnly: boolean;
};

/** The text of a version, and the advices and signatures that are about it. */
const Version = ({ version, reader }: { version: ProtocolVersion; reader: Reader }) => {
  const { number, at, file, source } = version;
  const mayRead = reader.documents.some(({ id }) => id === file.documentId);
  return (
    <>
      <p>
        {texts.version(number, at)}:{" "}
        {mayRead ? <a href={`${reader.to}/${file.documentId}`}>{file.name}</a> : file.name} (
        {texts.source[source]})
      </p>
      <ul>
        {aboutVersion(reader.whole.dossier, number).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="soft digest">SHA-256: {file.sha256}</p>
    </>
  );
};

function aboutVersion(dossier: Dossier, number: number): string[] {
  const { fixed } = dossier.protocol ?? {};
  return [
    ...judgedOn(dossier, number),
    ...(fixed?.version === number ? [texts.fixed(fixed.name, fixed.at, fixed.sha256)] : []),
  ];
}

/** What the consumer's DPO advised on a version, or on an earlier one whose advice the current version keeps. */
function advisedOn({ consumerDpoAdvice, version: current }: LegalBasis, number: number): string[] {
  if (!consumerDpoAdvice) return [];
  const { name, date, hasConditions = false, version } = consumerDpoAdvice;
  const advice = texts.consumerAdvice(name, date, hasConditions);
  if (version === number) return [advice];
  return version !== undefined && number === current ? [texts.onVersion(advice, version)] : [];
}

/** The advices and signatures on a version. An advice that a clarification left alone is about an earlier one. */
function judgedOn({ protocol }: Dossier, number: number): string[] {
  if (!protocol) return [];
  const { ledDpoAdvice: led, signatures } = protocol;
  return [
    ...advisedOn(protocol, number),
    ...(led?.version === number ? [texts.ledAdvice(led.by, led.at)] : []),
    ...Object.values(signatures).flatMap((signature) =>
      signature?.version === number ? [texts.signed(signature.by, signature.at)] : [],
    ),
  ];
}

/** The fixed text, with the advices and signatures on it: all that a signatory sees of the versions. */
const FixedVersion = ({ reader }: { reader: Reader }) => {
  const { fixed } = reader.whole.dossier.protocol ?? {};
  return fixed ? (
    <section>
      <h2>{texts.fixedTitle}</h2>
      <p>
        {texts.version(fixed.version, fixed.at)}:{" "}
        <a href={`${reader.to}/${fixed.documentId}`}>{fixed.name}</a>
      </p>
      <AboutFixed dossier={reader.whole.dossier} />
    </section>
  ) : (
    <></>
  );
};

/** The advices and signatures on the fixed text, and its SHA-256. */
export const AboutFixed = ({ dossier }: { dossier: Dossier }) => {
  const { fixed } = dossier.protocol ?? {};
  return fixed ? (
    <>
      <ul>
        {judgedOn(dossier, fixed.version).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="soft digest">SHA-256: {fixed.sha256}</p>
    </>
  ) : (
    <></>
  );
};

/** The versions of the protocol: the current one, and the earlier ones folded away. */
export const ProtocolVersions = ({ reader }: { reader: Reader }) => {
  if (reader.seesFixedOnly) return <FixedVersion reader={reader} />;
  const [current, ...earlier] = versionsOf(reader.whole.dossier);
  return current ? (
    <section>
      <h2>{texts.title}</h2>
      <Version version={current} reader={reader} />
      {earlier.length > 0 ? (
        <details>
          <summary>{texts.earlier(earlier.length)}</summary>
          {earlier.map((version) => (
            <Version version={version} reader={reader} />
          ))}
        </details>
      ) : (
        ""
      )}
    </section>
  ) : (
    <></>
  );
};

/** The changes between the previous version and the current one, by field. For a file, the consumer describes them. */
export const ChangedInVersion = ({
  whole,
  definitions,
}: {
  whole: WholeDossier;
  definitions: Definitions;
}) => {
  const [current, before] = versionsOf(whole.dossier);
  if (!current || !before) return <></>;
  const answersIn = ({ task: id }: ProtocolVersion) => {
    const task = findTask(whole, id);
    const form = task?.decision;
    return task && form ? describeValues(fieldsOf(definitions, task, form.outcome), form.fields) : [];
  };
  const changed: ChangedAnswer[] = changedAnswers(answersIn(before), answersIn(current));
  return (
    <section>
      <h2>{texts.changed(before.number, current.number)}</h2>
      {changed.length === 0 ? <p>{texts.unchanged}</p> : ""}
      <dl class="answers">
        {changed.map((one) => (
          <div>
            <dt>{one.under === undefined ? one.label : `${one.under}: ${one.label}`}</dt>
            <ChangedText changed={one} />
          </div>
        ))}
      </dl>
    </section>
  );
};
