/** Rows of one statement, as many as are usual. */
const USUAL = 32;

/**
 * Items in portions of `most`, a power of two, and its halves down to 1, so that statements over many rows come in a few
 * lengths only and each stays prepared.
 */
export function* portions<Item>(items: readonly Item[], most = USUAL): Generator<readonly Item[]> {
  for (let from = 0, size = most; from < items.length; from += size) {
    while (size > items.length - from) size /= 2;
    yield items.slice(from, from + size);
  }
}

/** Items filled up to a power of two by repeating the last, for statements to which the same row twice is the same as once. */
export function evened<Item>(items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  if (last === undefined) return items;
  return [...items, ...Array<Item>(2 ** Math.ceil(Math.log2(items.length)) - items.length).fill(last)];
}
