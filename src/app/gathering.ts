/**
 * Lets many pieces share one piece of work, such as a commit: one batch at a time, and what comes while it is under way goes
 * into the next, up to `most`; `pause` may let more come together before each. Each piece settles with its own result; a batch that
 * fails fails for each of its pieces.
 */
export function gathered<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
  pause?: () => Promise<void>,
): (item: Item) => Promise<Result> {
  const waiting: { item: Item; resolve(result: Result): void; reject(fault: unknown): void }[] = [];
  let working = false;

  async function go(): Promise<void> {
    working = true;
    while (waiting.length > 0) {
      if (pause) await pause();
      const batch = waiting.splice(0, most);
      try {
        const results = await work(batch.map(({ item }) => item));
        for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
      } catch (fault) {
        for (const { reject } of batch) reject(fault);
      }
    }
    working = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!working) void go();
    });
}
