import type { StoredDocument } from "../../../domain/documents.ts";
import type { Dossier } from "../../../domain/dossier.ts";
import type { ProtocolVersion } from "../../../domain/facts.ts";
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
type Reader = { whole: WholeDossier; documents: StoredDocument[]; to: string };

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

function aboutVersion({ protocol }: Dossier, number: number): string[] {
  const { consumerDpoAdvice: consumer, ledDpoAdvice: led, fixed, signatures = {} } = protocol ?? {};
  return [
    ...(consumer?.version === number ? [texts.consumerAdvice(consumer.name, consumer.date)] : []),
    ...(led?.version === number ? [texts.ledAdvice(led.by, led.at)] : []),
    ...(fixed?.version === number ? [texts.fixed(fixed.name, fixed.at, fixed.sha256)] : []),
    ...Object.values(signatures).flatMap((signature) =>
      signature?.version === number ? [texts.signed(signature.by, signature.at)] : [],
    ),
  ];
}

/** The versions of the protocol: the current one, and the earlier ones folded away. */
export const ProtocolVersions = ({ reader }: { reader: Reader }) => {
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
