/** Input by field, nested like the form. */
export type Answers = { [field: string]: string | number | boolean | string[] | Answers | undefined };

/** In the format of a form: dotted names, and texts only. */
export function asFormValues(answers: Answers, path = ""): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(answers)) {
    const key = path === "" ? name : `${path}.${name}`;
    if (value === undefined) continue;
    if (Array.isArray(value)) values[key] = value;
    else if (typeof value === "object") Object.assign(values, asFormValues(value, key));
    else values[key] = String(value);
  }
  return values;
}
