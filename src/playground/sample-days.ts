import type { ArticleDraft } from '../domain/article.ts';

/** The second day is told no sooner than this after the start, in ms: none of its articles is older, and the page's next morning is no sooner. */
const NIGHT = 7 * 3_600_000;

export interface SampleNews {
  /** A day's articles with their times, as they are told at `at` (ms). */
  read(day: 'first' | 'second', at: number): Promise<ArticleDraft[]>;
  remove(keys: readonly string[]): Promise<void>;
  take(drafts: readonly ArticleDraft[]): Promise<unknown>;
  now(): number;
}

export interface SampleDays {
  /** Tells the second day once a night has passed since the start; later calls change nothing. */
  goOn(): Promise<void>;
}

/** Tells the first day of the sample news; what an earlier run told goes first. */
export async function tellSamples({ read, remove, take, now }: SampleNews): Promise<SampleDays> {
  const start = now();
  const first = await read('first', start);
  const second = await read('second', start);
  await remove([...first, ...second].map(({ key }) => key));
  await take(first);
  let telling: Promise<unknown> | undefined;
  return {
    async goOn() {
      if (now() - start < NIGHT) return;
      telling ??= read('second', now()).then(take);
      await telling;
    },
  };
}
