import type { Child } from "hono/jsx";
import { leavesOf } from "../../../domain/describe-form.ts";
import { adviceTexts } from "../../../tasks/advice.nl.ts";
import { ConfirmationTick } from "../form/confirmation-tick.tsx";
import { idOf } from "../form/field-inputs.tsx";
import { FormFields } from "../form/form-fields.tsx";
import { NationalNumberCheck } from "../form/national-number-check.tsx";
import { formTexts } from "../form/texts.nl.ts";
import { messagesOf, Problems } from "./form-problems.tsx";
import { FIRST, LOOK } from "./look-fields.ts";
import { NeededDocuments } from "./needed-documents.tsx";
import { type Choice, labelOf, type OutcomeForm, prefixOf } from "./outcome-forms.ts";
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

/** With this many groups of fields, the form starts with a list of its parts. */
const MANY_PARTS = 4;

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

const SaveDraft = ({ to }: { to: string | undefined }) =>
  to === undefined ? (
    <></>
  ) : (
    <button class="second" formaction={to}>
      {taskTexts.saveDraft}
    </button>
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

/** Links to the parts of a long form. */
const Parts = ({ form }: { form: OutcomeForm }) => {
  const isInParts = form.fields.filter(({ widget }) => widget === "group").length >= MANY_PARTS;
  const id = idOf(prefixOf(form), "parts");
  return isInParts ? (
    <nav class="parts" aria-labelledby={id}>
      <p id={id}>{taskTexts.parts}</p>
      <ul>
        {form.fields.map(({ path, label }) => (
          <li>
            <a href={`#${idOf(prefixOf(form), path)}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  ) : (
    <></>
  );
};

const OneForm = ({ form, ...props }: TaskFormsProps & { form: OutcomeForm }) => (
  <form method="post" action={props.to.decide} novalidate>
    <NothingOnEnter />
    {props.hidden}
    <input type="hidden" name={form.choices.length > 1 ? "sharedForm" : "outcome"} value={form.outcome} />
    <input type="hidden" name="draftVersion" value={String(props.draftVersion)} />
    <input type="hidden" name={LOOK} value={FIRST} />
    {form.seen ? <input type="hidden" name="seen" value={JSON.stringify(form.seen)} /> : ""}
    <Parts form={form} />
    <FormFields
      fields={form.fields}
      values={form.values}
      problems={form.problems}
      idPrefix={prefixOf(form)}
    />
    {props.onBehalf ? <OnBehalf form={form} /> : ""}
    <NeededDocuments form={form} to={props.to.documents} keepsTyped={props.to.draft !== undefined} />
    <NationalNumberCheck problems={form.problems} idPrefix={prefixOf(form)} />
    {form.confirmation === undefined ? (
      ""
    ) : (
      <ConfirmationTick label={form.confirmation} problems={form.problems} idPrefix={prefixOf(form)} />
    )}
    <Decide
      choices={form.choices}
      draft={leavesOf(form.fields).length > 1 ? props.to.draft : undefined}
      dpo={props.to.dpo}
    />
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
  return !isOnly && leavesOf(form.fields).length > LONG_FORM ? (
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
