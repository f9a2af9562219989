import type { Child } from "hono/jsx";
import { CONFIRMATION } from "../../../domain/decision-is-confirmed.ts";
import { leavesOf } from "../../../domain/describe-form.ts";
import { ConfirmationTick } from "../form/confirmation-tick.tsx";
import { NationalNumberCheck } from "../form/national-number-check.tsx";
import { DecisionButtons, Explanation, NothingOnEnter } from "./decision-buttons.tsx";
import { Fields, Parts, PlaceOfDocuments } from "./form-in-parts.tsx";
import { FIRST, LOOK } from "../form/look-fields.ts";
import { NeededDocuments } from "./needed-documents.tsx";
import { OnBehalf } from "./on-behalf.tsx";
import { labelOf, type OutcomeForm, prefixOf } from "./outcome-forms.ts";
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

/** Whether drafts of a form are kept: it has more than one field. */
const isKept = (form: OutcomeForm): boolean => leavesOf(form.fields).length > 1;

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
    <PlaceOfDocuments form={form} />
    <NeededDocuments form={form} to={props.to.documents} keepsTyped={props.to.draft !== undefined} />
    <NationalNumberCheck problems={form.problems} idPrefix={prefixOf(form)} />
    {form.confirmation === undefined ? (
      // The form cannot be sent as shown (TASK-02). A draft that is saved meanwhile must not make this page ask a tick.
      <input type="hidden" name={CONFIRMATION} value="true" />
    ) : (
      <ConfirmationTick label={form.confirmation} problems={form.problems} idPrefix={prefixOf(form)} />
    )}
    <DecisionButtons
      choices={form.choices}
      draft={isKept(form) ? props.to.draft : undefined}
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
