import type { FormField } from "./describe-form.ts";

type Reader = (form: URLSearchParams, field: FormField) => unknown;

/** What was typed, with the line ends of the web made plain; blank is undefined. */
function typed(form: URLSearchParams, { path }: FormField): string | undefined {
  const text = form.get(path)?.replace(/\r\n?/g, "\n");
  return text === undefined || text.trim() === "" ? undefined : text;
}

/** A number as Belgians write it, "1.500" included; anything else stays as typed, for the schema to refuse. */
function readNumber(form: URLSearchParams, field: FormField): unknown {
  const text = typed(form, field);
  const digits = text?.trim().replace(/(?<=\d)[ .](?=\d{3}(?!\d))/g, "");
  return digits !== undefined && /^-?\d+$/.test(digits) ? Number(digits) : text;
}

/** A browser without a date picker lets people type 23/11/2026. */
function readDate(form: URLSearchParams, field: FormField): unknown {
  const text = typed(form, field)?.trim();
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text ?? "") ?? [];
  return day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}

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
  text: typed,
  "long-text": typed,
  email: typed,
  choice: typed,
  date: readDate,
  number: readNumber,
  "yes-no": readYesNo,
  choices: readChoices,
  group: readGroup,
} as const satisfies Record<FormField["widget"], Reader>;

/** The values of a posted form as its schema expects them; nothing is checked here, and what is blank is left out. */
export function readValues(fields: FormField[], form: URLSearchParams): Record<string, unknown> {
  const entries = fields.map((field) => [field.key, READERS[field.widget](form, field)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The value of a field within what holds it; undefined when there is none. */
export const valueOf = (values: unknown, key: string): unknown =>
  typeof values === "object" && values !== null
    ? Object.entries(values).find(([name]) => name === key)?.[1]
    : undefined;
