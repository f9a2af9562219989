import type { Child } from "hono/jsx";
import { CONFIRMATION } from "../../../domain/decision-is-confirmed.ts";
import { leavesOf } from "../../../domain/describe-form.ts";
import { adviceTexts } from "../../../tasks/advice.nl.ts";
import { ConfirmationTick } from "../form/confirmation-tick.tsx";
import { idOf } from "../form/field-inputs.tsx";
import { FormFields } from "../form/form-fields.tsx";
import { MANY_PARTS } from "../form/form-parts.ts";
import { NationalNumberCheck } from "../form/national-number-check.tsx";
import { formTexts } from "../form/texts.nl.ts";
import { messagesOf, Problems } from "./form-problems.tsx";
import { FIRST, LOOK } from "./look-fields.ts";
import { NeededDocuments } from "./needed-documents.tsx";
import { type Choice, labelOf, type NeededDocument, type OutcomeForm, prefixOf } from "./outcome-forms.ts";
import { taskTexts } from "./texts.nl.ts";

export type TaskFormsProps = {
  forms: OutcomeForm[];
  /** Addresses of the posts; without `draft` no draft can be saved. */
  to: { decide: string; draft?: string; documents: string; dpo?: string };
  onBehalf: boolean;
  draftVersion: number;
  /** The outcome whose draft or refused form is current. */
  openOutcome?: string;
  /** Hidden fields of every form. */
  hidden?: Child;
};

/** With more fields, one of several forms is collapsed. */
const LONG_FORM = 10;

/** The message on which the LED team acts. */
const Source = ({ form }: { form: OutcomeForm }) => {
  const id = idOf(prefixOf(form), "onBehalfMessage");
  return form.sources.length === 0 ? (
    <></>
  ) : (
    <div class="field">
      <label for={id}>
        {taskTexts.onBehalfMessage} <span class="optional">{formTexts.optional}</span>
      </label>
      <select id={id} name="onBehalfMessage">
        <option value="">{taskTexts.noMessage}</option>
        {form.sources.map(({ id: message, by, at }) => (
          <option value={message} selected={message === form.onBehalfMessage}>
            {taskTexts.messageOf(by.name, at)}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Why the LED team decides on behalf of somebody else. */
const OnBehalf = ({ form }: { form: OutcomeForm }) => {
  const id = idOf(prefixOf(form), "onBehalfReason");
  return (
    <>
      <Source form={form} />
      <div class="field">
        <label for={id}>{taskTexts.onBehalfReason}</label>
        <Problems messages={messagesOf(form, "onBehalfReason")} />
        <textarea id={id} name="onBehalfReason" rows={3}>
          {form.onBehalfReason ?? ""}
        </textarea>
      </div>
    </>
  );
};

const Explanation = ({ text }: Choice) =>
  text.explanation === undefined ? <></> : <p>{text.explanation}</p>;

/** Of a form with one field no draft is kept. */
const isKept = (form: OutcomeForm): boolean => leavesOf(form.fields).length > 1;

const SaveDraft = ({ to }: { to: string | undefined }) =>
  to === undefined ? (
    <></>
  ) : (
    <>
      <button class="second" formaction={to}>
        {taskTexts.saveDraft}
      </button>
      <p class="kept soft" role="status" data-kept="" />
    </>
  );

/** Hands the text of this form to the DPO; it is kept as a draft. */
const AskDpo = ({ to }: { to: string | undefined }) =>
  to === undefined ? (
    <></>
  ) : (
    <button class="second" formaction={to}>
      {adviceTexts.ask}
    </button>
  );

type Buttons = { choices: Choice[]; draft: string | undefined; dpo: string | undefined };

/** The buttons of a form: one, or one per outcome with its consequence. */
const Decide = ({ choices, draft, dpo }: Buttons) => {
  const [only, ...others] = choices;
  if (only && others.length === 0)
    return (
      <div class="buttons">
        <button class={only.text.warning === undefined ? undefined : "warning"}>{only.text.button}</button>
        <AskDpo to={dpo} />
        <SaveDraft to={draft} />
      </div>
    );
  return (
    <fieldset class="choices">
      <legend>{taskTexts.decide}</legend>
      {choices.map((choice) => (
        <div class="choice">
          <Explanation {...choice} />
          <button
            name="outcome"
            value={choice.outcome}
            class={choice.text.warning === undefined ? undefined : "warning"}
          >
            {choice.text.button}
          </button>
        </div>
      ))}
      <SaveDraft to={draft} />
    </fieldset>
  );
};

/**
 * Enter in a field presses the first button of its form, which is this one: it closes the enclosing dialog, and there
 * is none. So Enter never decides. Chromium skips a disabled button for Enter in a date field.
 */
const NothingOnEnter = () => <button formmethod="dialog" hidden />;

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

/** The parts of a long form, each with whether it is filled in. */
const Parts = ({ form }: { form: OutcomeForm }) => {
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

/** The fields of a form; those of a long one in its parts. */
const Fields = ({ form }: { form: OutcomeForm }) => {
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

const OneForm = ({ form, ...props }: TaskFormsProps & { form: OutcomeForm }) => (
  <form
    method="post"
    action={props.to.decide}
    novalidate
    data-draft={isKept(form) ? props.to.draft : undefined}
    data-not-kept={taskTexts.notKept}
  >
    <NothingOnEnter />
    {props.hidden}
    <input type="hidden" name={form.choices.length > 1 ? "sharedForm" : "outcome"} value={form.outcome} />
    <input type="hidden" name="draftVersion" value={String(props.draftVersion)} />
    <input type="hidden" name={LOOK} value={FIRST} />
    {form.seen ? <input type="hidden" name="seen" value={JSON.stringify(form.seen)} /> : ""}
    <Parts form={form} />
    <Fields form={form} />
    {props.onBehalf ? <OnBehalf form={form} /> : ""}
    {form.parts.length >= MANY_PARTS && form.needs.length > 0 ? (
      <p class="over">{taskTexts.parts.place(form.parts.length + 1, form.parts.length + 1)}</p>
    ) : (
      ""
    )}
    <NeededDocuments form={form} to={props.to.documents} keepsTyped={props.to.draft !== undefined} />
    <NationalNumberCheck problems={form.problems} idPrefix={prefixOf(form)} />
    {form.confirmation === undefined ? (
      // As shown it cannot be sent (TASK-02); a draft that is saved meanwhile asks no tick of this page.
      <input type="hidden" name={CONFIRMATION} value="true" />
    ) : (
      <ConfirmationTick label={form.confirmation} problems={form.problems} idPrefix={prefixOf(form)} />
    )}
    <Decide choices={form.choices} draft={isKept(form) ? props.to.draft : undefined} dpo={props.to.dpo} />
  </form>
);

const headingOf = (form: OutcomeForm, isOnly: boolean): string =>
  isOnly && form.choices.length > 1 ? taskTexts.yourAnswers : labelOf(form);

/** Of several long forms only the current one is expanded. */
const isOpen = ({ choices }: OutcomeForm, { openOutcome }: TaskFormsProps) =>
  choices.some(({ outcome }) => outcome === openOutcome);

const Outcome = ({ form, ...props }: TaskFormsProps & { form: OutcomeForm }) => {
  const isOnly = props.forms.length === 1;
  const [only, ...others] = form.choices;
  const inside = (
    <>
      {only && others.length === 0 ? <Explanation {...only} /> : ""}
      <OneForm form={form} {...props} />
    </>
  );
  return !isOnly && leavesOf(form.fields.filter(({ isFolded }) => !isFolded)).length > LONG_FORM ? (
    <details class="outcome" id={prefixOf(form)} open={isOpen(form, props)}>
      <summary>
        <h2>{headingOf(form, isOnly)}</h2>
      </summary>
      {inside}
    </details>
  ) : (
    <section class="outcome" id={prefixOf(form)}>
      <h2>{headingOf(form, isOnly)}</h2>
      {inside}
    </section>
  );
};

/** One form for each set of outcomes with the same schema; each button decides once. */
export const TaskForms = (props: TaskFormsProps) => (
  <>
    {props.forms.map((form) => (
      <Outcome form={form} {...props} />
    ))}
  </>
);
