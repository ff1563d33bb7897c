import type { Store } from '../domain/ports.ts';
import type { Candidate } from '../domain/ranking.ts';
import { rankCandidates } from '../domain/ranking.ts';
import type { SearchQuery } from '../domain/search.ts';
import { soughtTokens, tokenKey } from '../domain/search.ts';
import { normalize } from '../text/normalize.ts';
import { wordTerms } from '../text/terms.ts';
import type { Driver } from './driver.ts';
import { list } from './driver.ts';
import { createGramRarity } from './gram-rarity.ts';
import type { TokenIndex } from './token-index.ts';

/** Newest articles taken per token, candidates that are ranked, and articles read for an exact phrase. */
const PER_TOKEN = 600;
const RANKED = 250;
const READ_FOR_PHRASE = 300;
/** Frequencies that are remembered, and by how much the archive may grow before they are counted anew. */
const REMEMBERED = 40_000;
const GROWTH = 1.1;

/** Search in two stages: candidates by the rarest tokens, then an exact order by title and lead. */
export function searchMethods(driver: Driver, index: TokenIndex): Pick<Store, 'search'> {
  const reading = driver.reading ?? driver;
  const rarity = createGramRarity(reading);
  let frequencies = new Map<string, number>();
  let countedAt = 0;

  async function articles(): Promise<number> {
    const [row] = await reading.query<{ newest: number | null }>(
      'select max(article_id) as newest from search_texts',
    );
    return row?.newest ?? 0;
  }

  async function frequenciesOf(query: SearchQuery, total: number): Promise<Map<string, number>> {
    if (total > countedAt * GROWTH + 20 || total < countedAt || frequencies.size > REMEMBERED) {
      frequencies = new Map();
      countedAt = total;
    }
    const tokens = [
      ...query.terms.map((text) => ({ column: 'terms' as const, text })),
      ...query.grams.map((text) => ({ column: 'grams' as const, text })),
    ];
    const unknown = tokens.filter((token) => !frequencies.get(tokenKey(token)));
    for (const [key, count] of await index.frequencies(reading, unknown)) frequencies.set(key, count);
    return frequencies;
  }

  /** Ids of candidates, with the share of the sought words' weight that each holds. */
  async function candidates(query: SearchQuery): Promise<Map<number, { weight: number; termShare: number }>> {
    const total = await articles();
    const sought = soughtTokens(query, await frequenciesOf(query, total), total);
    const postings = await index.postings(
      reading,
      sought.map(({ token }) => token),
      PER_TOKEN,
    );
    const allTerms = sought.reduce(
      (sum, { token, weight }) => sum + (token.column === 'terms' ? weight : 0),
      0,
    );
    const found = new Map<number, { weight: number; termShare: number }>();
    sought.forEach(({ token, weight }, at) => {
      for (const id of postings[at] ?? []) {
        const known = found.get(id) ?? { weight: 0, termShare: 0 };
        known.weight += weight;
        if (token.column === 'terms') known.termShare += weight / allTerms;
        found.set(id, known);
      }
    });
    const best = [...found].sort((a, b) => b[1].weight - a[1].weight || b[0] - a[0]);
    return new Map(best.slice(0, RANKED));
  }

  /** Articles in which every phrase stands as it was written, but for spelling. */
  async function withPhrases(phrases: readonly string[]): Promise<Set<number>> {
    let kept: Set<number> | undefined;
    for (const phrase of phrases) {
      const ids = await index.phrase(reading, wordTerms(phrase), READ_FOR_PHRASE);
      const rows = await reading.query<{ id: number; title: string; summary: string | null; body: string }>(
        `select id, title, summary, body from articles where id in (${list(ids.length)})`,
        ids,
      );
      const holding = rows.filter(({ title, summary, body }) =>
        spaced(`${title}\n${summary ?? ''}\n${body}`).includes(` ${phrase} `),
      );
      const found = new Set(holding.map((row) => row.id));
      kept = kept ? kept.intersection(found) : found;
    }
    return kept ?? new Set();
  }

  return {
    async search(query) {
      const found = await candidates(query);
      let ids = [...found.keys()];
      if (query.phrases.length > 0) ids = [...(await withPhrases(query.phrases))];
      if (ids.length === 0) return [];
      const rows = await reading.query<{ id: number; story_id: number; sort_at: number; text: string }>(
        `select articles.id, articles.story_id, articles.sort_at, search_texts.text
           from articles join search_texts on search_texts.article_id = articles.id
          where articles.story_id is not null and articles.id in (${list(ids.length)})`,
        ids,
      );
      const ranked = rankCandidates(
        query,
        rows.map(
          (row): Candidate => ({
            articleId: row.id,
            storyId: row.story_id,
            sortAt: row.sort_at,
            matchText: row.text,
            termShare: found.get(row.id)?.termShare ?? 0,
          }),
        ),
        await rarity(),
      );
      return ranked.map(({ candidate, score, gramShare }) => ({
        articleId: candidate.articleId,
        storyId: candidate.storyId,
        score,
        gramShare,
        termShare: candidate.termShare,
      }));
    },
  };
}

/** A text as phrases are looked for in it: normalised words between single spaces. */
function spaced(text: string): string {
  return ` ${normalize(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
