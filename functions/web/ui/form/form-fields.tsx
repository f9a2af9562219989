import type { FormField } from "../../../domain/describe-form.ts";
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
import { valueOf } from "./read-values.ts";

/** With more options the field becomes a select list. */
const MOST_RADIOS = 9;

const Group = (props: FieldProps) => (
  <fieldset class="group" id={idOf(props.idPrefix, props.field.path)}>
    <legend>
      <LabelText field={props.field} />
    </legend>
    <Around {...props} />
    <FormFields {...props} fields={props.field.fields} values={props.value} />
  </fieldset>
);

const isSetOfOptions = ({ widget, options }: FormField) =>
  widget === "choices" || widget === "yes-no" || (widget === "choice" && options.length <= MOST_RADIOS);

const Field = (props: FieldProps) => {
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

/** The fields of a form, with the input and its problems. */
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
        value={valueOf(props.values, field.key)}
        problems={props.problems}
        idPrefix={props.idPrefix}
      />
    ))}
  </>
);
