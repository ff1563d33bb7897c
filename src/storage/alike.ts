import type { Store } from '../domain/ports.ts';
import { countsOf, nearest } from '../domain/related.ts';
import type { Report } from '../domain/report.ts';
import { LEAD_WORDS } from '../domain/report.ts';
import type { IndexToken } from '../domain/search.ts';
import { tokenKey } from '../domain/search.ts';
import { GramStatistics } from '../text/gram-vector.ts';
import { grams, wordTerms } from '../text/terms.ts';
import type { Driver, Row, Session } from './driver.ts';
import { list } from './driver.ts';
import type { TokenIndex } from './token-index.ts';

/** Rarest tokens of a story by which its neighbours are found, articles per token, and neighbours compared. */
const SOUGHT = { terms: 10, grams: 14 };
const PER_TOKEN = 300;
const COMPARED = 90;
/** Titles and leads from which the rarity of grams is learned, and the growth after which it is learned anew. */
const SAMPLE = 1500;
const GROWTH = 1.5;

interface ReportRow extends Row {
  id: number;
  story_id: number;
  sort_at: number;
  language: string;
  source_name: string;
  title: string;
  lead: string;
  text: string;
}

/** Likeness over the whole archive, whatever its age. */
export function alikeMethods(driver: Driver, index: TokenIndex): Pick<Store, 'alike'> {
  const reading = driver.reading ?? driver;
  const learned = createStatistics(reading);

  async function reports(condition: string, ids: readonly number[]): Promise<ReportRow[]> {
    if (ids.length === 0) return [];
    return reading.query<ReportRow>(
      `select articles.id, story_id, sort_at, language, source_name, title, search_texts.text,
              substr(case when body = '' then coalesce(summary, '') else body end, 1, 800) as lead
         from articles join search_texts on search_texts.article_id = articles.id
        where story_id is not null and ${condition} in (${list(ids.length)}) order by articles.id`,
      ids,
    );
  }

  /** Articles that share most of a text's rarest tokens. */
  async function neighbours(text: string, own: ReadonlySet<number>): Promise<number[]> {
    const words = text.trim().split(' ').slice(0, LEAD_WORDS);
    const tokens = tokensOf(words);
    const frequencies = await index.frequencies(reading, tokens);
    const rarest = (column: IndexToken['column'], most: number) =>
      tokens
        .filter((token) => token.column === column && (frequencies.get(tokenKey(token)) ?? 0) > own.size)
        .sort((a, b) => (frequencies.get(tokenKey(a)) ?? 0) - (frequencies.get(tokenKey(b)) ?? 0))
        .slice(0, most);
    const sought = [...rarest('terms', SOUGHT.terms), ...rarest('grams', SOUGHT.grams)];
    const postings = await index.postings(reading, sought, PER_TOKEN);
    const weights = new Map<number, number>();
    sought.forEach((token, at) => {
      const weight = 1 / Math.log(2 + (frequencies.get(tokenKey(token)) ?? 0));
      for (const id of postings[at] ?? []) if (!own.has(id)) weights.set(id, (weights.get(id) ?? 0) + weight);
    });
    const best = [...weights].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, COMPARED);
    return best.map(([id]) => id);
  }

  return {
    async alike(storyId, limit) {
      const members = await reports('articles.story_id', [storyId]);
      const seed = members[0];
      if (!seed) return [];
      const ids = await neighbours(seed.text, new Set(members.map((member) => member.id)));
      const found = (await reports('articles.id', ids)).map((row) => ({
        report: reportOf(row),
        storyId: row.story_id,
      }));
      return nearest(reportOf(seed), found, await learned()).slice(0, limit);
    },
  };
}

/** The tokens of words as they are indexed: stemmed terms are found again by stemming the words. */
function tokensOf(words: readonly string[]): IndexToken[] {
  const text = words.join(' ');
  const terms = [...new Set(wordTerms(text))].map((term) => ({ column: 'terms' as const, text: term }));
  const found = [...new Set(grams(text, 4))].map((gram) => ({ column: 'grams' as const, text: gram }));
  return [...terms, ...found];
}

function reportOf(row: ReportRow): Report {
  return {
    articleId: row.id,
    at: row.sort_at,
    language: row.language,
    source: row.source_name,
    title: row.title,
    lead: row.lead,
  };
}

/** How rare grams are, from a sample spread evenly over the archive. */
function createStatistics(session: Session): () => Promise<GramStatistics> {
  let known: { newest: number; statistics: GramStatistics } | undefined;
  return async () => {
    const [row] = await session.query<{ newest: number | null }>(
      'select max(article_id) as newest from search_texts',
    );
    const newest = row?.newest ?? 0;
    if (known && newest <= known.newest * GROWTH + 20 && newest >= known.newest) return known.statistics;
    const rows = await session.query<{ text: string }>(
      'select text from search_texts where article_id % $1 = 0 order by article_id limit $2',
      [Math.max(1, Math.floor(newest / SAMPLE)), SAMPLE * 2],
    );
    const statistics = new GramStatistics();
    for (const { text } of rows) statistics.learn(countsOf(text));
    known = { newest, statistics };
    return statistics;
  };
}
