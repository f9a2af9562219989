import type { Child } from "hono/jsx";
import { FORM_NAMES } from "./form-names.ts";
import { type FormField, leavesOf } from "../../../domain/describe-form.ts";
import { FORM_ID, FormId } from "./form-id.tsx";
import { FormFields } from "./form-fields.tsx";
import { readValues } from "./read-values.ts";
import { formTexts } from "./texts.nl.ts";

const PREFIX = "typed";
/** The button that opens the page of the form, with the input. */
export const SHOW_PAGE = "showPage";

/** Generated values: a token, an id, the version of a draft. */
export const isOfTheForm = (name: string, value: string): boolean =>
  name === FORM_ID ||
  (name !== "onBehalfReason" && FORM_NAMES.some((known) => known === name)) ||
  !/\s/.test(value);

type Props = {
  /** The input and its address; undefined where the form no longer exists. */
  posted: URLSearchParams;
  to?: string;
  /** The fields of the form, as far as known. */
  fields: FormField[];
  /** Token of the current session. */
  csrf?: string;
};

/** Input of a post that was not served, as a form that posts it again or opens its page, or else as text to copy. */
export const TypedForm = (props: Props) =>
  props.to === undefined ? (
    <section id={PREFIX}>
      <h2>{formTexts.typed}</h2>
      <p>{formTexts.typedToCopy}</p>
      <Typed {...props} />
    </section>
  ) : (
    <form method="post" action={props.to} id={PREFIX} novalidate>
      <h2>{formTexts.typed}</h2>
      <p>{formTexts.typedText}</p>
      <Hidden {...props} />
      <Typed {...props} />
      <div class="buttons">
        <button>{formTexts.again}</button>
        <button class="second" name={SHOW_PAGE} value="true">
          {formTexts.showPage}
        </button>
      </div>
    </form>
  );

/** Input outside the fields of the form. */
function othersOf({ posted, fields }: Props): [string, string][] {
  const known = new Set([...leavesOf(fields).map(({ path }) => path), "csrf", FORM_ID, SHOW_PAGE]);
  return [...posted].filter(([name]) => !known.has(name));
}

const Hidden = (props: Props): Child => (
  <>
    {props.csrf === undefined ? "" : <input type="hidden" name="csrf" value={props.csrf} />}
    <FormId />
    {othersOf(props)
      .filter(([name, value]) => isOfTheForm(name, value))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
);

const Typed = (props: Props): Child => (
  <>
    <FormFields
      fields={props.fields}
      values={readValues(props.fields, props.posted)}
      problems={[]}
      idPrefix={PREFIX}
    />
    {othersOf(props)
      .filter(([name, value]) => !isOfTheForm(name, value))
      .map(([name, value], place) => (
        <div class="field">
          <label for={`${PREFIX}-other-${place}`}>{formTexts.typedOther}</label>
          <textarea rows={4} name={name} id={`${PREFIX}-other-${place}`}>
            {value}
          </textarea>
        </div>
      ))}
  </>
);
