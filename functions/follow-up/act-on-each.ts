import { InProgress } from "../domain/errors.ts";

/**
 * Acts on each item, continuing after failures; then throws the first failure, permanent ones before transient ones.
 */
export async function actOnEach<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: { error: unknown }[] = [];
  for (const item of items) await act(item).catch((error: unknown) => failures.push({ error }));
  const [first] = failures.toSorted((a, b) => weightOf(a) - weightOf(b));
  if (first) throw first.error;
}

/** `InProgress` in another sweep is not a failure and must not hide one. */
const weightOf = ({ error }: { error: unknown }): number => (error instanceof InProgress ? 1 : 0);
