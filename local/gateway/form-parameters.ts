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
