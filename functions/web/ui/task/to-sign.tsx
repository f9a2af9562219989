import { showDate } from "../../../domain/calendar.ts";
import type { StoredDocument } from "../../../domain/documents.ts";
import { fileToSign } from "../../../protocol/file-to-sign.ts";
import type { ShownTask } from "./find-shown-task.ts";
import { AboutFixed } from "./protocol-versions.tsx";
import { Signatures } from "./signatures.tsx";
import { taskTexts } from "./texts.nl.ts";

/** The one file that this task asks to sign, by name and version; `to` is the address above the documents. */
export const ToSign = ({ sight: { task, whole }, to }: { sight: ShownTask; to: string }) => {
  const file = fileToSign(task, whole.dossier, whole);
  const fixed = whole.dossier.protocol?.fixed;
  return file && fixed ? (
    <section class="told">
      <h2>{taskTexts.toSign.title}</h2>
      <p>
        <a id="to-sign" href={`${to}/${file.id}`}>
          {file.name}
        </a>
      </p>
      <p>{taskTexts.toSign.text(fixed.version, showDate(fixed.at))}</p>
      <Signatures document={file} />
      <AboutFixed dossier={whole.dossier} />
    </section>
  ) : (
    <></>
  );
};

/** The documents that the file to sign does not hold: a scan of an earlier signature, the decision of a governing body. */
export const besideToSign = (
  { task, whole }: ShownTask,
  documents: readonly StoredDocument[],
): StoredDocument[] => {
  const file = fileToSign(task, whole.dossier, whole);
  const revisions = file?.signed?.revisions ?? [];
  return documents.filter(({ id, sha256 }) => id !== file?.id && !revisions.includes(sha256));
};
