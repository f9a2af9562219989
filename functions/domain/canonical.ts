/** Canonical JSON: equal values give the same text, whatever the order of their keys. */
export const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => one.localeCompare(other)))
      : inner,
  );

export const isSameSet = (ones: readonly string[], others: readonly string[]): boolean =>
  inOneOrder([...new Set(ones)].sort()) === inOneOrder([...new Set(others)].sort());

/** A value without blanks; undefined when nothing remains. Forms include groups even when they are empty. */
export function withoutBlanks(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const filled = Object.entries(value)
    .map(([name, inner]) => [name, withoutBlanks(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}
