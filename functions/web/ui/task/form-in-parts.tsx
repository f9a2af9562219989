import { idOf } from "../form/field-inputs.tsx";
import { FormFields } from "../form/form-fields.tsx";
import { MANY_PARTS } from "../form/form-parts.ts";
import { type NeededDocument, type OutcomeForm, prefixOf } from "./outcome-forms.ts";
import { taskTexts } from "./texts.nl.ts";

type Props = { form: OutcomeForm };

/** Every part of a form; the documents are the last. */
function listedParts(form: OutcomeForm): { title: string; anchor: string; isComplete: boolean }[] {
  const prefix = prefixOf(form);
  const isThere = ({ documents, earlier, isRequired }: NeededDocument) =>
    !isRequired || [...documents, ...earlier].some(({ id }) => form.chosenDocuments.includes(id));
  const documents = {
    title: taskTexts.documentsOfDecision,
    anchor: idOf(prefix, "documents"),
    isComplete: form.needs.every(isThere),
  };
  const parts = form.parts.map(({ title, isComplete }, place) => ({
    ...{ title, isComplete },
    anchor: `${prefix}-part-${place + 1}`,
  }));
  return form.needs.length === 0 ? parts : [...parts, documents];
}

/** Links to the parts of a long form. Each says whether its part is complete. */
export const Parts = ({ form }: Props) => {
  const parts = listedParts(form);
  const id = idOf(prefixOf(form), "parts");
  return form.parts.length < MANY_PARTS ? (
    <></>
  ) : (
    <nav class="parts" aria-labelledby={id}>
      <p id={id}>
        {taskTexts.parts.progress(parts.filter(({ isComplete }) => isComplete).length, parts.length)}
      </p>
      <ol>
        {parts.map(({ title, anchor, isComplete }) => (
          <li class={isComplete ? "ready" : undefined}>
            <a href={`#${anchor}`}>{title}</a>{" "}
            <span class="state">{isComplete ? taskTexts.parts.complete : taskTexts.parts.incomplete}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** The fields of a form. Those of a long form are in its parts. */
export const Fields = ({ form }: Props) => {
  const { values, problems, parts } = form;
  const of = { values, problems, idPrefix: prefixOf(form) };
  if (parts.length < MANY_PARTS) return <FormFields fields={form.fields} {...of} />;
  const { length } = listedParts(form);
  return (
    <>
      {parts.map(({ title, hasTitle, fields }, place) => (
        <div class="part" id={`${of.idPrefix}-part-${place + 1}`}>
          <p class="over">{taskTexts.parts.place(place + 1, length)}</p>
          {hasTitle ? <h3>{title}</h3> : ""}
          <FormFields fields={fields} {...of} />
        </div>
      ))}
    </>
  );
};

/** The place of the documents among the parts of a long form. */
export const PlaceOfDocuments = ({ form: { parts, needs } }: Props) =>
  parts.length >= MANY_PARTS && needs.length > 0 ? (
    <p class="over">{taskTexts.parts.place(parts.length + 1, parts.length + 1)}</p>
  ) : (
    <></>
  );
