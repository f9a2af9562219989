import { InProgress } from "../domain/errors.ts";

/** Acts on each, also after one that fails; then throws what the first failure threw, the lasting ones before others. */
export async function actOnEach<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: { error: unknown }[] = [];
  for (const item of items) await act(item).catch((error: unknown) => failures.push({ error }));
  const [first] = failures.toSorted((a, b) => weightOf(a) - weightOf(b));
  if (first) throw first.error;
}

/** What another sweep is doing now is no failure, and must hide none. */
const weightOf = ({ error }: { error: unknown }): number => (error instanceof InProgress ? 1 : 0);
