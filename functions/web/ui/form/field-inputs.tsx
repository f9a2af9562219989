import type { FormField } from "../../../domain/describe-form.ts";
import type { Problem } from "./problems.nl.ts";
import { formTexts } from "./texts.nl.ts";

export type FieldProps = { field: FormField; value: unknown; problems: Problem[]; idPrefix: string };

/** Id of a field's first input, the target of links in the error summary. */
export const idOf = (idPrefix: string, path: string) => `${idPrefix}-${path.replaceAll(".", "-")}`;

/** Fields about the person who fills in the form, for autocomplete in browsers (WCAG 1.3.5). */
const AUTOCOMPLETE: Record<string, string> = {
  contactName: "name",
  contactEmail: "email",
  telephone: "tel",
  email: "email",
  name: "name",
  organisation: "organization",
  organisationName: "organization",
};
/** Types of inputs that browsers help with. */
const INPUT_TYPES: Partial<Record<FormField["widget"], string>> = {
  email: "email",
  telephone: "tel",
  date: "date",
};
/** Maximum length of a text with a small box. */
const SHORT_ANSWER = 500;

/** Maximum label length, in characters, of options in one row. */
const SHORT_LABEL = 20;

const show = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const messagesFor = (problems: Problem[], path: string) =>
  problems.filter((problem) => problem.field === path).map((problem) => problem.message);

function describedBy({ field, problems, idPrefix }: FieldProps): string | undefined {
  const id = idOf(idPrefix, field.path);
  const context = field.context === undefined ? [] : [`${id}-context`];
  const hint = field.hint === undefined ? [] : [`${id}-hint`];
  const problem = messagesFor(problems, field.path).length === 0 ? [] : [`${id}-problem`];
  return [...context, ...hint, ...problem].join(" ") || undefined;
}

export const LabelText = ({ field }: { field: FormField }) => (
  <>
    {field.label}
    {field.isOptional ? <span class="optional"> {formTexts.optional}</span> : ""}
  </>
);

/** Hint and problems, referenced as the description of the input. */
export const Around = ({ field, problems, idPrefix }: FieldProps) => {
  const id = idOf(idPrefix, field.path);
  const messages = messagesFor(problems, field.path);
  return (
    <>
      {field.context === undefined ? (
        ""
      ) : (
        <div class="told context" id={`${id}-context`}>
          <strong>{field.context.title}</strong>
          <p class="as-typed">{field.context.lines.join("\n")}</p>
        </div>
      )}
      {field.hint === undefined ? (
        ""
      ) : (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {messages.length === 0 ? (
        ""
      ) : (
        <p class="problem" id={`${id}-problem`}>
          <span class="visually-hidden">{formTexts.problem}</span> {messages.join(" ")}
        </p>
      )}
    </>
  );
};

/** Attributes of every input of a field. */
const attributesOf = (props: FieldProps) => ({
  id: idOf(props.idPrefix, props.field.path),
  name: props.field.path,
  "aria-describedby": describedBy(props),
  "aria-invalid": messagesFor(props.problems, props.field.path).length > 0 ? "true" : undefined,
});

export const Input = (props: FieldProps) => {
  const { field, value } = props;
  const attributes = attributesOf(props);
  if (field.widget === "long-text")
    return (
      <textarea rows={(field.longest ?? 0) > SHORT_ANSWER ? 4 : 2} {...attributes}>
        {show(value)}
      </textarea>
    );
  if (field.widget === "choice")
    return (
      <select {...attributes}>
        <option value="">{formTexts.choose}</option>
        {field.options.map((option) => (
          <option value={option.value} selected={value === option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  const isNumber = field.widget === "number";
  const type = INPUT_TYPES[field.widget] ?? "text";
  const autocomplete = AUTOCOMPLETE[field.path];
  return (
    <input
      type={type}
      class={isNumber || type === "date" || type === "tel" ? "short" : undefined}
      inputmode={isNumber ? "numeric" : undefined}
      autocomplete={autocomplete}
      value={show(value)}
      {...attributes}
    />
  );
};

export const HiddenInput = ({ field, value }: FieldProps) => (
  <input type="hidden" name={field.path} value={show(value)} />
);

/** Few short options are placed in one row, such as yes and no. */
const isShort = ({ options }: FormField) =>
  options.length <= 3 && options.every(({ label }) => label.length <= SHORT_LABEL);

export const Options = (props: FieldProps) => {
  const { field, value } = props;
  const { id, name, "aria-describedby": description } = attributesOf(props);
  const chosen = Array.isArray(value) ? value.map(String) : [String(value)];
  return (
    <fieldset class={fieldClass(props)} aria-describedby={description}>
      <legend>
        <LabelText field={field} />
      </legend>
      <Around {...props} />
      <div class={isShort(field) ? "row" : undefined}>
        {field.options.map((option, index) => (
          <div class="option">
            <input
              type={field.widget === "choices" ? "checkbox" : "radio"}
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            <label for={index === 0 ? id : `${id}-${index}`}>{option.label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
};

export const fieldClass = ({ field, problems }: FieldProps) =>
  messagesFor(problems, field.path).length > 0 ? "field has-problem" : "field";
