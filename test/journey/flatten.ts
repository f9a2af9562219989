/** What somebody fills in, by field; nested as the form is. */
export type Answers = { [field: string]: string | number | boolean | string[] | Answers | undefined };

/** As a form sends it: a dotted name per field, and text only. */
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
