import { setImmediate as nextTurn } from 'node:timers/promises';
import { LEAD_WORDS } from '../domain/report.ts';
import { GramStatistics, gramCounts } from '../text/gram-vector.ts';
import { packed } from '../text/packing.ts';
import type { Session } from './driver.ts';
import { list, padded } from './driver.ts';

/** Articles in a sample: enough to tell common grams and words from rare ones. */
const SAMPLE = 1500;
/** The sample is taken anew when the archive has grown by this factor. */
const GROWTH = 1.5;
/** Texts asked for at once, and read in one turn of the loop. */
const READ_AT_ONCE = 32;
/** Words are grams so long that none is cut. */
const WHOLE_WORD = 999;

/** How rare grams and words are in titles and leads, judged by some of them. */
export interface ArchiveSample {
  /** Highest id of an article when it was asked for: about how many there are. */
  articles: number;
  /** 3-grams of title and lead. */
  trigrams: GramStatistics;
  /** 4-grams of the first words, as many as count for likeness. */
  fourgrams: GramStatistics;
  words: GramStatistics;
}

/**
 * Takes a sample spread evenly over the archive, and anew when that has grown. Counting everything would cost more
 * than the order of answers is worth; the sample is the same on every engine and machine.
 */
export function createArchiveSample(session: Session): () => Promise<ArchiveSample> {
  let taken: Promise<ArchiveSample> | undefined;
  let takenAt = 0;

  return async () => {
    const [row] = await session.query<{ newest: number | null }>(
      'select max(article_id) as newest from search_texts',
    );
    const articles = row?.newest ?? 0;
    if (!taken || articles > takenAt * GROWTH + 20 || articles < takenAt) {
      takenAt = articles;
      const sample = take(session, articles);
      taken = sample;
      sample.catch(() => {
        if (taken === sample) taken = undefined;
      });
    }
    return { ...(await taken), articles };
  };
}

/** Looks up ids at even distances: reading through the whole archive would hold up the first question for long. */
async function take(session: Session, newest: number): Promise<ArchiveSample> {
  const sample: ArchiveSample = {
    articles: newest,
    trigrams: new GramStatistics(),
    fourgrams: new GramStatistics(),
    words: new GramStatistics(),
  };
  const [row] = await session.query<{ oldest: number | null }>(
    'select min(article_id) as oldest from search_texts',
  );
  const oldest = row?.oldest ?? 1;
  const step = Math.max(1, (newest - oldest) / SAMPLE);
  const ids: number[] = [];
  for (let id = oldest; id <= newest; id += step) ids.push(Math.floor(id));
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const some = padded(ids.slice(from, from + READ_AT_ONCE));
    const rows = await session.query<{ packed: string }>(
      `select packed from search_texts where article_id in (${list(some.length)})`,
      some,
    );
    for (const row of rows) {
      const words = packed(row.packed).trim().split(' ');
      sample.trigrams.learn(gramCounts(words, 3));
      sample.fourgrams.learn(gramCounts(words.slice(0, LEAD_WORDS), 4));
      sample.words.learn(gramCounts(words, WHOLE_WORD));
    }
    await nextTurn();
  }
  return sample;
}

/** How many articles of the sample hold a word. */
export function wordFrequency({ words }: ArchiveSample, word: string): number {
  const [id] = gramCounts([word], WHOLE_WORD).ids;
  return id === undefined ? 0 : words.frequency(id);
}
