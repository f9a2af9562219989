import { FORM_NAMES } from "../task/read-proposal.ts";
import { type FormField, leavesOf } from "./describe-form.ts";
import { FORM_ID, FormId } from "./form-id.tsx";
import { FormFields } from "./form-fields.tsx";
import { readValues } from "./read-values.ts";
import { formTexts } from "./texts.nl.ts";

const PREFIX = "typed";
/** What no person types: a token, an id, the version of a draft. */
const isOfTheForm = (name: string, value: string): boolean =>
  (name !== "onBehalfReason" && FORM_NAMES.some((known) => known === name)) || !/\s/.test(value);

type Props = {
  /** What was posted, and where to. */
  posted: URLSearchParams;
  to: string;
  /** The fields of the form that it was, as far as that is known. */
  fields: FormField[];
  /** The token of the session as it is now. */
  csrf?: string;
};

/**
 * What somebody posted that was not served, in a form that posts it again: nothing that was typed is lost, whatever
 * answered. Nothing is stored, since nobody knows yet whether it may be.
 */
export const TypedForm = ({ posted, to, fields, csrf }: Props) => {
  const known = new Set(leavesOf(fields).map(({ path }) => path));
  const others = [...posted].filter(([name]) => !known.has(name) && name !== "csrf" && name !== FORM_ID);
  const texts = others.filter(([name, value]) => !isOfTheForm(name, value));
  const hidden = others.filter(([name, value]) => isOfTheForm(name, value));
  return (
    <form method="post" action={to} id={PREFIX} novalidate>
      <h2>{formTexts.typed}</h2>
      <p>{formTexts.typedText}</p>
      {csrf === undefined ? "" : <input type="hidden" name="csrf" value={csrf} />}
      <FormId />
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FormFields fields={fields} values={readValues(fields, posted)} problems={[]} idPrefix={PREFIX} />
      {texts.map(([name, value], place) => (
        <div class="field">
          <label for={`${PREFIX}-other-${place}`}>{formTexts.typedOther}</label>
          <textarea rows={4} name={name} id={`${PREFIX}-other-${place}`}>
            {value}
          </textarea>
        </div>
      ))}
      <button>{formTexts.again}</button>
    </form>
  );
};
