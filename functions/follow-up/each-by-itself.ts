/** Acts on each, also after one that fails; then throws what the first failure threw. */
export async function eachByItself<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: { error: unknown }[] = [];
  for (const item of items) await act(item).catch((error: unknown) => failures.push({ error }));
  if (failures[0]) throw failures[0].error;
}
