import type { DocumentKind } from "../../domain/documents.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import type { UploadForm } from "../../domain/ports.ts";
import { documentNames } from "../../domain/texts.nl.ts";
import { taskTexts } from "./texts.nl.ts";

/** One file, straight to the bucket: the fields are those of the policy, no other, and the file comes last. */
export const UploadPage = (props: { form: UploadForm; kind: DocumentKind; back: string }) => {
  const texts = taskTexts.upload;
  return (
    <>
      <h1>{texts.title(documentNames[props.kind])}</h1>
      <p>{texts.text}</p>
      <p>{texts.noNationalNumber}</p>
      <form method="post" action={props.form.url} enctype="multipart/form-data">
        {Object.entries(props.form.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="field">
          <label for="file">{texts.file}</label>
          <input type="file" id="file" name="file" accept=".pdf,.docx,.odt" required />
        </div>
        <div class="buttons">
          <button>{texts.button}</button>
        </div>
      </form>
      <p>
        <a href={props.back}>{texts.back}</a>
      </p>
    </>
  );
};

/** What became of an upload, where the browser comes back from the bucket. `document` is missing until it was looked at. */
export const ReceivedPage = (props: { document: StoredDocument | undefined; here: string; back: string }) => {
  const texts = taskTexts.received;
  const { document } = props;
  return (
    <>
      <h1>{receivedTitle(document)}</h1>
      {document?.scan === "accepted" ? <p class="done">{texts.accepted(document.name)}</p> : ""}
      {document && document.scan !== "accepted" ? (
        <p class="problem">{texts.refused.text(document.name, taskTexts.refusedDocument[document.scan])}</p>
      ) : (
        ""
      )}
      {document ? (
        ""
      ) : (
        <p>
          {texts.checking.text} <a href={props.here}>{texts.checking.refresh}</a>
        </p>
      )}
      <p>
        <a class="button" href={props.back}>
          {taskTexts.upload.back}
        </a>
      </p>
    </>
  );
};

export function receivedTitle(document: StoredDocument | undefined): string {
  const texts = taskTexts.received;
  if (!document) return texts.checking.title;
  return document.scan === "accepted" ? texts.title : texts.refused.title;
}
