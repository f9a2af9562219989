import { takesImages } from "../../../domain/documents.ts";
import { documentNames } from "../../../domain/texts.nl.ts";
import { idOf } from "../form/field-inputs.tsx";
import { formTexts } from "../form/texts.nl.ts";
import { messagesOf, Problems } from "./form-problems.tsx";
import { type NeededDocument, type OutcomeForm, prefixOf } from "./outcome-forms.ts";
import { whyRefused } from "./refused-document.nl.ts";
import { Signatures } from "./signatures.tsx";
import { taskTexts } from "./texts.nl.ts";

/** End of the address that takes a document away, below that of the documents; on both sites. */
export const TAKE_AWAY_PATH = "wegnemen";

const whenNeeded = ({ onlyFor }: NeededDocument) =>
  onlyFor.length === 0 ? formTexts.optional : taskTexts.onlyFor(onlyFor);

const Need = ({ need, form, to }: { need: NeededDocument; form: OutcomeForm; to: string }) => {
  const id = idOf(prefixOf(form), `documents.${need.kind}`);
  return (
    <div class="field" id={id}>
      <p>
        <strong class="name">{documentNames[need.kind]}</strong>{" "}
        {need.isRequired ? "" : <span class="optional">{whenNeeded(need)}</span>}
      </p>
      {takesImages(need.kind) ? <p class="hint">{taskTexts.imageHint}</p> : ""}
      <Problems messages={messagesOf(form, `documents.${need.kind}`)} />
      {need.documents.map((document) =>
        document.scan === "accepted" || document.scan === "checking" ? (
          <>
            <div class="option">
              <input
                type="checkbox"
                name="documents"
                value={document.id}
                id={`${id}-${document.id}`}
                checked={form.chosenDocuments.includes(document.id)}
              />
              <label for={`${id}-${document.id}`}>
                {document.name}
                {document.scan === "checking" ? ` (${taskTexts.isChecking})` : ""}
              </label>
            </div>
            <Signatures document={document} />
            {document.scan === "accepted" && document.by.role !== "system" ? (
              <p>
                <button class="plain" formaction={`${to}/${document.id}/${TAKE_AWAY_PATH}`}>
                  {taskTexts.takeAway.link(document.name)}
                </button>
              </p>
            ) : (
              ""
            )}
          </>
        ) : (
          <p class="problem">
            {document.name}: {whyRefused(document, document.scan)}
          </p>
        ),
      )}
      {need.earlier.map(({ id: earlier, name, at }) => (
        <div class="option">
          <input
            type="checkbox"
            name="documents"
            value={earlier}
            id={`${id}-${earlier}`}
            checked={form.chosenDocuments.includes(earlier)}
          />
          <label for={`${id}-${earlier}`}>{taskTexts.keepDocument(name, at)}</label>
        </div>
      ))}
      <button class="second" formaction={to} name="kind" value={need.kind}>
        {taskTexts.addDocument(documentNames[need.kind])}
      </button>
    </div>
  );
};

/** The documents of an outcome: received ones to choose from, and a button to add one. */
export const NeededDocuments = ({
  form,
  to,
  keepsTyped,
}: {
  form: OutcomeForm;
  to: string;
  keepsTyped: boolean;
}) =>
  form.needs.length === 0 ? (
    <></>
  ) : (
    <fieldset class="group" id={idOf(prefixOf(form), "documents")}>
      <legend>{taskTexts.documentsOfDecision}</legend>
      <p class="hint">
        {taskTexts.documentsHint} {keepsTyped ? taskTexts.typedIsKept : taskTexts.typedIsLost}
      </p>
      <Problems messages={messagesOf(form, "documents")} />
      {form.needs.map((need) => (
        <Need need={need} form={form} to={to} />
      ))}
    </fieldset>
  );
