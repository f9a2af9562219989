/** The parameters of a query-protocol request: `Action=…&Destinations.member.1=…`. */
export function formParameters(body: Buffer): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body.toString()));
}

/** `Name.member.1`, `Name.member.2` … as a list. */
export function members(parameters: Record<string, unknown>, name: string): string[] {
  const values: string[] = [];
  for (let index = 1; ; index++) {
    const value = parameters[`${name}.member.${index}`];
    if (typeof value !== "string") return values;
    values.push(value);
  }
}

/** `Name.member.1.Field`, `Name.member.2.Field` … as a list of objects. */
export function memberObjects(parameters: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = [];
  for (let index = 1; ; index++) {
    const start = `${name}.member.${index}.`;
    const fields = Object.entries(parameters).filter(([parameter]) => parameter.startsWith(start));
    if (fields.length === 0) return objects;
    objects.push(
      Object.fromEntries(fields.map(([parameter, value]) => [parameter.slice(start.length), value])),
    );
  }
}
