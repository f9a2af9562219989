import { type FormField, leavesOf } from "../../../domain/describe-form.ts";
import {
  Around,
  fieldClass,
  type FieldProps,
  HiddenInput,
  idOf,
  Input,
  LabelText,
  Options,
} from "./field-inputs.tsx";
import type { Problem } from "./problems.nl.ts";
import { valueAt } from "./read-values.ts";
import { formTexts } from "./texts.nl.ts";

/** With more options the field becomes a select list. */
const MOST_RADIOS = 9;

type GroupProps = FieldProps & { values: unknown };

const Group = (props: GroupProps) => (
  <fieldset class="group" id={idOf(props.idPrefix, props.field.path)}>
    <legend>
      <LabelText field={props.field} />
    </legend>
    <Around {...props} />
    <FormFields {...props} fields={props.field.fields} />
  </fieldset>
);

/** A group that is folded as long as its fields are blank. */
const Folded = (props: GroupProps) => {
  const isUsed = leavesOf([props.field]).some(
    ({ path }) =>
      valueAt(props.values, path) !== undefined || props.problems.some(({ field }) => field === path),
  );
  return (
    <details class="folded" open={isUsed}>
      <summary>
        {props.field.label} <span class="optional">{formTexts.optional}</span>
      </summary>
      <Around {...props} />
      <FormFields {...props} fields={props.field.fields} />
    </details>
  );
};

const isSetOfOptions = ({ widget, options }: FormField) =>
  widget === "choices" || widget === "yes-no" || (widget === "choice" && options.length <= MOST_RADIOS);

const Field = (props: GroupProps) => {
  if (props.field.isFolded) return <Folded {...props} />;
  if (props.field.widget === "group") return <Group {...props} />;
  if (isSetOfOptions(props.field)) return <Options {...props} />;
  if (props.field.widget === "hidden") return <HiddenInput {...props} />;
  return (
    <div class={fieldClass(props)}>
      <label for={idOf(props.idPrefix, props.field.path)}>
        <LabelText field={props.field} />
      </label>
      <Around {...props} />
      <Input {...props} />
    </div>
  );
};

/** The fields of a form, with the input and its problems. `values`: of the whole form. */
export const FormFields = (props: {
  fields: FormField[];
  values: unknown;
  problems: Problem[];
  idPrefix: string;
}) => (
  <>
    {props.fields.map((field) => (
      <Field
        field={field}
        value={valueAt(props.values, field.path)}
        values={props.values}
        problems={props.problems}
        idPrefix={props.idPrefix}
      />
    ))}
  </>
);
