import {
  type DocumentKind,
  isChecking,
  type StoredDocument,
  takesImages,
} from "../../../domain/documents.ts";
import type { UploadForm } from "../../../domain/ports.ts";
import type { Reason } from "../../../domain/verdict.ts";
import { documentName } from "../../../domain/texts.nl.ts";
import { whyRefused } from "./refused-document.nl.ts";
import { taskTexts } from "./texts.nl.ts";

const SIGNED: readonly DocumentKind[] = [
  "protocol-signed-by-applicant",
  "protocol-signed-by-second",
  "protocol-signed-by-both",
];
const isSigned = (kind: DocumentKind) => SIGNED.includes(kind);

/** Where a page of an upload leads back to: the page of the task, unless its words say otherwise. */
type Back = { back: string; words?: typeof taskTexts.toTask };
type UploadProps = Back & { form: UploadForm; kind: DocumentKind; title?: string };

/** Uploads one file straight to the bucket: the form has exactly the fields of the policy, and the file comes last. */
export const UploadPage = ({ words = taskTexts.toTask, ...props }: UploadProps) => {
  const texts = taskTexts.upload;
  const images = takesImages(props.kind);
  return (
    <>
      <h1>{texts.title(documentName(props))}</h1>
      <p>{texts.text(images)}</p>
      <p>{isSigned(props.kind) ? texts.noCertificates : texts.noNationalNumber}</p>
      {images ? <p>{texts.photo}</p> : ""}
      <div class="when-late" role="status">
        <p class="problem">{texts.late}</p>
        <p>
          <a class="button" href={props.back}>
            {words.back}
          </a>
        </p>
      </div>
      <form class="until-late" method="post" action={props.form.url} enctype="multipart/form-data">
        {Object.entries(props.form.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="field">
          <label for="file">{texts.file}</label>
          <input
            type="file"
            id="file"
            name="file"
            accept={images ? ".pdf,.docx,.odt,.jpg,.jpeg,.png" : ".pdf,.docx,.odt"}
            required
          />
        </div>
        <div class="buttons">
          <button>{texts.button}</button>
        </div>
      </form>
      <p>
        <a href={props.back}>{words.back}</a>
      </p>
    </>
  );
};

/** No more documents can be added: the reason, and what to do. */
export const FullPage = ({ words = taskTexts.toTask, ...props }: Back & { reasons: Reason[] }) => (
  <>
    <h1>{taskTexts.upload.full}</h1>
    {props.reasons.map(({ message }) => (
      <p class="problem">{message}</p>
    ))}
    <p>
      <a class="button" href={props.back}>
        {words.back}
      </a>
    </p>
  </>
);

type Received = { document: StoredDocument | undefined; here: string };

/** The result of an upload, after the redirect from the bucket. `document` is absent until it was judged. */
export const ReceivedPage = ({ words = taskTexts.toTask, ...props }: Back & Received) => (
  <>
    <h1>{receivedTitle(props.document)}</h1>
    <Outcome document={props.document} here={props.here} words={words} />
    <p>
      <a class="button" href={props.back}>
        {words.back}
      </a>
    </p>
  </>
);

const Outcome = ({ document, here, words }: Received & Required<Pick<Back, "words">>) => {
  const texts = taskTexts.received;
  if (!document || document.scan === "checking")
    return (
      <p data-waits="" role="status">
        {words.checking} <a href={here}>{texts.checking.refresh}</a>
      </p>
    );
  const { scan, name } = document;
  if (scan === "accepted") return <p class="done">{words.accepted(name)}</p>;
  if (scan === "refused-late") return <p class="problem">{words.late}</p>;
  return (
    <>
      <p class="problem">{texts.refused.text(name, whyRefused(document, scan))}</p>
      <p>{words.again}</p>
    </>
  );
};

export function receivedTitle(document: StoredDocument | undefined): string {
  const texts = taskTexts.received;
  if (!document || isChecking(document)) return texts.checking.title;
  if (document.scan === "refused-late") return texts.late.title;
  return document.scan === "accepted" ? texts.title : texts.refused.title;
}
