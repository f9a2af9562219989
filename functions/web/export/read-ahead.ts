/** Reads items in order, so many at once: whoever takes one waits for that one only. */
export async function* readAhead<Item, Read>(
  items: readonly Item[],
  atOnce: number,
  read: (item: Item) => Promise<Read>,
): AsyncGenerator<Read> {
  const underWay: Promise<Read>[] = [];
  const left = [...items];
  for (;;) {
    while (underWay.length < atOnce && left.length > 0) {
      const reading = left.splice(0, 1).map(read);
      // A failure is thrown where its turn comes, also when an earlier one ends the export.
      for (const one of reading) one.catch(() => undefined);
      underWay.push(...reading);
    }
    const next = underWay.shift();
    if (!next) return;
    yield await next;
  }
}
