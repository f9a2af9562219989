import { cleanEmail, cleanLine, cleanName, cleanTelephone, cleanText } from "../../../domain/clean-text.ts";
import { readDate, readWholeNumber } from "../../../domain/read-typed.ts";
import type { FormField } from "../../../domain/describe-form.ts";

type Reader = (form: URLSearchParams, field: FormField) => unknown;

/** The input, cleaned by the kind of field and parsed; undefined when blank. */
const typed =
  (read: (typed: string) => string | number): Reader =>
  (form, { path }) => {
    const text = form.get(path) ?? "";
    return cleanText(text) === "" ? undefined : read(text);
  };

function readYesNo(form: URLSearchParams, { path }: FormField): unknown {
  const chosen = form.get(path);
  return chosen === "true" ? true : chosen === "false" ? false : undefined;
}

function readChoices(form: URLSearchParams, { path }: FormField): unknown {
  const chosen = form.getAll(path);
  return chosen.length === 0 ? undefined : chosen;
}

function readGroup(form: URLSearchParams, field: FormField): unknown {
  const values = readValues(field.fields, form);
  return field.isOptional && Object.keys(values).length === 0 ? undefined : values;
}

const READERS = {
  text: typed(cleanName),
  "long-text": typed(cleanText),
  email: typed(cleanEmail),
  telephone: typed(cleanTelephone),
  choice: typed(cleanLine),
  date: typed(readDate),
  number: typed(readWholeNumber),
  "yes-no": readYesNo,
  hidden: typed(cleanLine),
  choices: readChoices,
  group: readGroup,
} as const satisfies Record<FormField["widget"], Reader>;

/** The values of a posted form in the shape of its schema, without blanks and without validation. */
export function readValues(fields: FormField[], form: URLSearchParams): Record<string, unknown> {
  const entries = fields.map((field) => [field.key, READERS[field.widget](form, field)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The value of a field of a form, by its path; undefined without one. */
export const valueAt = (values: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === "object" && inside !== null && Object.hasOwn(inside, key)
          ? Object.entries(inside).find(([name]) => name === key)?.[1]
          : undefined,
      values,
    );
