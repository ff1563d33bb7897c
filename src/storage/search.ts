import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '../domain/ports.ts';
import type { Candidate } from '../domain/ranking.ts';
import { rankCandidates } from '../domain/ranking.ts';
import type { IndexToken, SearchQuery } from '../domain/search.ts';
import { SOUGHT_GRAMS, SOUGHT_TERMS, soughtTokens, tokenKey } from '../domain/search.ts';
import { gramId } from '../text/gram-vector.ts';
import { normalize } from '../text/normalize.ts';
import { wordTerms } from '../text/terms.ts';
import type { ArchiveSample } from './archive-sample.ts';
import type { Session } from './driver.ts';
import { list, padded } from './driver.ts';
import type { SeenToken } from './rare-tokens.ts';
import { rarestTokens } from './rare-tokens.ts';
import type { TokenIndex } from './token-index.ts';

/** Newest articles taken per token, candidates that are ranked, and articles read for an exact phrase. */
const PER_TOKEN = 600;
const RANKED = 250;
const READ_FOR_PHRASE = 300;
/** Behind the first so many candidates, those with less than this share of the best one's weight are not ranked. */
const SURELY_RANKED = 100;
const LEAST_SHARE = 0.5;
/** Which tokens of a query are looked up before the rarest are chosen (see `Rarity`). */
const RARITY = { rare: 1, lookedUp: 48, above: 0 };
/** Whole articles read for a phrase in one turn of the loop. */
const READ_AT_ONCE = 10;

/** Search in two stages: candidates by the rarest tokens, then an exact order by title and lead. */
export function searchMethods(
  session: Session,
  index: TokenIndex,
  sampled: () => Promise<ArchiveSample>,
): Pick<Store, 'search'> {
  /** Ids of candidates, each with the share of the sought words' weight that it holds. */
  async function candidates(query: SearchQuery, sample: ArchiveSample): Promise<Map<number, number>> {
    const postings = (tokens: readonly IndexToken[]) =>
      index.postings(session, tokens, PER_TOKEN, sample.articles);
    const terms = query.terms.map((text): SeenToken => ({ token: { column: 'terms', text }, seen: 0 }));
    const grams = query.grams.map(
      (text): SeenToken => ({
        token: { column: 'grams', text },
        seen: sample.fourgrams.frequency(gramId(text)),
      }),
    );
    const held = [
      ...(await rarestTokens(postings, terms, { ...RARITY, wanted: SOUGHT_TERMS })),
      ...(await rarestTokens(postings, grams, { ...RARITY, wanted: SOUGHT_GRAMS })),
    ];
    const known = new Map(held.map((each) => [tokenKey(each.token), each]));
    const frequencies = new Map(held.map((each) => [tokenKey(each.token), each.frequency]));
    const sought = soughtTokens(query, frequencies, sample.articles);
    const allTerms = sought.reduce(
      (sum, { token, weight }) => sum + (token.column === 'terms' ? weight : 0),
      0,
    );
    const weights = new Map<number, number>();
    for (const { token, weight } of sought) {
      for (const id of known.get(tokenKey(token))?.ids ?? [])
        weights.set(id, (weights.get(id) ?? 0) + weight);
    }
    const termShares = new Map(heaviest(weights).map((id) => [id, 0]));
    for (const { token, weight } of sought) {
      if (token.column !== 'terms') continue;
      for (const id of known.get(tokenKey(token))?.ids ?? []) {
        const share = termShares.get(id);
        if (share !== undefined) termShares.set(id, share + weight / allTerms);
      }
    }
    return termShares;
  }

  /** Articles in which every phrase stands as it was written, but for spelling. */
  async function withPhrases(phrases: readonly string[]): Promise<Set<number>> {
    let kept: Set<number> | undefined;
    for (const phrase of phrases) {
      const ids = await index.phrase(session, wordTerms(phrase), READ_FOR_PHRASE);
      const found = new Set<number>();
      for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
        const some = ids.slice(from, from + READ_AT_ONCE);
        const rows = await session.query<{ id: number; title: string; summary: string | null; body: string }>(
          `select id, title, summary, body from articles where id in (${list(some.length)})`,
          some,
        );
        for (const { id, title, summary, body } of rows) {
          if (spaced(`${title}\n${summary ?? ''}\n${body}`).includes(` ${phrase} `)) found.add(id);
        }
        await nextTurn();
      }
      kept = kept ? kept.intersection(found) : found;
    }
    return kept ?? new Set();
  }

  return {
    async search(query) {
      const sample = await sampled();
      const found = await candidates(query, sample);
      let ids = [...found.keys()];
      if (query.phrases.length > 0) ids = [...(await withPhrases(query.phrases))];
      if (ids.length === 0) return [];
      const [texts, rows] = await Promise.all([
        index.texts(session, ids),
        session.query<{ id: number; story_id: number; sort_at: number }>(
          `select id, story_id, sort_at from articles
            where story_id is not null and id in (${list(padded(ids).length)})`,
          padded(ids),
        ),
      ]);
      const ranked = rankCandidates(
        query,
        rows.map(
          (row): Candidate => ({
            articleId: row.id,
            storyId: row.story_id,
            sortAt: row.sort_at,
            matchText: texts.get(row.id) ?? '',
            termShare: found.get(row.id) ?? 0,
          }),
        ),
        (gram) => sample.trigrams.idf(gramId(gram.replaceAll(' ', '_'))),
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

/** The ids that weigh most, newest first among equals, without those that weigh too little beside the first. */
function heaviest(weights: ReadonlyMap<number, number>): number[] {
  const sorted = Float64Array.from(weights.values()).sort().reverse();
  const least = Math.max(
    sorted[RANKED - 1] ?? 0,
    Math.min(sorted[SURELY_RANKED - 1] ?? 0, (sorted[0] ?? 0) * LEAST_SHARE),
  );
  return [...weights]
    .filter(([, weight]) => weight >= least)
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, RANKED)
    .map(([id]) => id);
}

/** A text as phrases are looked for in it: normalised words between single spaces. */
function spaced(text: string): string {
  return ` ${normalize(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
