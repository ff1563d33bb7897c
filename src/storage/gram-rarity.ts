import { queryGrams } from '../domain/ranking.ts';
import type { Session } from './driver.ts';

/** Articles whose 3-grams are counted: enough to tell common grams from rare ones. */
const SAMPLE = 1500;
/** The sample is taken anew when the archive has grown by this factor. */
const GROWTH = 1.5;

/**
 * How telling each 3-gram is, from a sample of titles and leads spread evenly over the archive. Counting them
 * all would cost more than the ranking is worth; the sample is the same on every engine and machine.
 */
export function createGramRarity(session: Session): () => Promise<(gram: string) => number> {
  let counted: { articles: number; texts: number; frequencies: Map<string, number> } | undefined;

  async function count(newest: number) {
    const step = Math.max(1, Math.floor(newest / SAMPLE));
    const rows = await session.query<{ text: string }>(
      'select text from search_texts where article_id % $1 = 0 order by article_id limit $2',
      [step, SAMPLE * 2],
    );
    const frequencies = new Map<string, number>();
    for (const { text } of rows) {
      for (const gram of queryGrams(text.trim().split(' ')))
        frequencies.set(gram, (frequencies.get(gram) ?? 0) + 1);
    }
    return { articles: newest, texts: rows.length, frequencies };
  }

  return async () => {
    const [row] = await session.query<{ newest: number | null }>(
      'select max(article_id) as newest from search_texts',
    );
    const newest = row?.newest ?? 0;
    if (!counted || newest > counted.articles * GROWTH + 20 || newest < counted.articles)
      counted = await count(newest);
    const { texts, frequencies } = counted;
    return (gram) => Math.log(1 + texts / ((frequencies.get(gram) ?? 0) + 0.5));
  };
}
