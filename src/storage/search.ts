import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HeldTerms, Sought } from '../domain/candidates.ts';
import { heaviestHolders } from '../domain/candidates.ts';
import type { SearchHit, Store } from '../domain/ports.ts';
import type { Candidate, Ranked } from '../domain/ranking.ts';
import { rankCandidates } from '../domain/ranking.ts';
import type { IndexToken, SearchQuery } from '../domain/search.ts';
import { gramId } from '../text/gram-vector.ts';
import { normalize } from '../text/normalize.ts';
import { wordTerms } from '../text/terms.ts';
import type { ArchiveSample } from './archive-sample.ts';
import type { Session } from './driver.ts';
import { list, padded } from './driver.ts';
import type { HeldToken, SeenToken } from './rare-tokens.ts';
import { rarestTokens } from './rare-tokens.ts';
import type { TokenIndex } from './token-index.ts';

/** Newest articles taken per token, and articles read for an exact phrase. */
const PER_TOKEN = 400;
const READ_FOR_PHRASE = 300;
/** Newest articles taken that hold all words of a query. */
const TOGETHER = 60;
/** Answers given at most. */
const ANSWERS = 60;
/** Rarest tokens of the query by which candidates are found. */
const SOUGHT = { terms: 8, grams: 6 };
/** A token in more than this share of the articles tells little and is sought only when nothing rarer occurs … */
const COMMON = 0.1;
/** … but in so small an archive nothing is common. */
const SMALL_ARCHIVE = 50;
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
  /** The rarest tokens of a query that tell anything, with the newest articles that hold each. */
  async function sought(
    { terms, grams }: SearchQuery,
    sample: ArchiveSample,
  ): Promise<{ tokens: Sought[]; holdsAll: (articleId: number) => boolean }> {
    const { articles, fourgrams } = sample;
    const postings = (tokens: readonly IndexToken[]) => index.postings(session, tokens, PER_TOKEN, articles);
    const seenTerms = terms.map((text): SeenToken => ({ token: { column: 'terms', text }, seen: 0 }));
    const seenGrams = grams.map((text): SeenToken => {
      return { token: { column: 'grams', text }, seen: fourgrams.frequency(gramId(text)) };
    });
    const found = await rarestTokens(postings, seenTerms, { ...RARITY, wanted: SOUGHT.terms });
    const words = telling(found, articles);
    const letters = async () =>
      telling(await rarestTokens(postings, seenGrams, { ...RARITY, wanted: SOUGHT.grams }), articles);
    const held = holdersOfAll(words) >= ANSWERS ? words : [...words, ...(await letters())];
    const tokens = held.map(({ token, ids, frequency }) => ({
      token,
      ids,
      weight: Math.log(1 + articles / (frequency + 0.5)),
      reachesTo: reachOf(ids),
    }));
    return { tokens, holdsAll: terms.length > SOUGHT.terms ? () => true : holderOfAll(terms.length, found) };
  }

  /** The newest articles that hold all of several words, where the words' own lists do not reach far enough to tell. */
  async function together(tokens: readonly Sought[]): Promise<number[]> {
    const terms = tokens.filter(({ token }) => token.column === 'terms');
    if (terms.length < 2 || terms.every(({ reachesTo }) => reachesTo === 0)) return [];
    return index.together(
      session,
      terms.map(({ token }) => token.text),
      TOGETHER,
    );
  }

  /** The newest articles in which the stems of every phrase follow one another. */
  async function withStems(phrases: readonly string[]): Promise<number[]> {
    let kept: Set<number> | undefined;
    for (const phrase of phrases) {
      const ids = new Set(await index.phrase(session, wordTerms(phrase), READ_FOR_PHRASE));
      kept = kept ? kept.intersection(ids) : ids;
    }
    return [...(kept ?? [])];
  }

  /** The first answers in which every phrase stands as it was written, but for spelling: whole articles, no more than it takes. */
  async function withPhrases(ranked: readonly Ranked[], phrases: readonly string[]): Promise<Ranked[]> {
    const answers: Ranked[] = [];
    for (let from = 0; from < ranked.length && answers.length < ANSWERS; from += READ_AT_ONCE) {
      const some = ranked.slice(from, from + READ_AT_ONCE);
      const rows = await session.query<{ id: number; title: string; summary: string | null; body: string }>(
        `select id, title, summary, body from articles where id in (${list(some.length)})`,
        some.map(({ candidate }) => candidate.articleId),
      );
      const texts = new Map(
        rows.map(({ id, title, summary, body }) => [id, spaced(`${title}\n${summary ?? ''}\n${body}`)]),
      );
      answers.push(
        ...some.filter(({ candidate }) =>
          phrases.every((phrase) => texts.get(candidate.articleId)?.includes(` ${phrase} `)),
        ),
      );
      await nextTurn();
    }
    return answers.slice(0, ANSWERS);
  }

  /** Answers with their stories and in the order in which they are read: of equals the newest first. */
  async function placed(
    ranked: readonly Ranked[],
    holdsAll: (articleId: number) => boolean,
  ): Promise<SearchHit[]> {
    const stories = await ofArticles(
      'story_id',
      ranked.map(({ candidate }) => candidate.articleId),
    );
    const hits = ranked.flatMap(({ candidate: { articleId, terms }, score, gramShare }): SearchHit[] => {
      const storyId = stories.get(articleId);
      if (!storyId) return [];
      return [
        { articleId, storyId, score, gramShare, termShare: terms.share, holdsAll: holdsAll(articleId) },
      ];
    });
    // The time stands behind the whole text, on another page: it is asked for only where it decides.
    const equals = hits.filter(
      ({ score }, at) => score === hits[at - 1]?.score || score === hits[at + 1]?.score,
    );
    const times = await ofArticles(
      'sort_at',
      equals.map(({ articleId }) => articleId),
    );
    const timeOf = ({ articleId }: SearchHit) => times.get(articleId) ?? 0;
    return hits.sort((a, b) => b.score - a.score || timeOf(b) - timeOf(a));
  }

  /** What a column holds of articles, by id. */
  async function ofArticles(
    column: 'story_id' | 'sort_at',
    articles: readonly number[],
  ): Promise<Map<number, number | null>> {
    if (articles.length === 0) return new Map();
    const ids = padded(articles);
    const rows = await session.query<{ id: number; held: number | null }>(
      `select id, ${column} as held from articles where id in (${list(ids.length)})`,
      ids,
    );
    return new Map(rows.map(({ id, held }) => [id, held]));
  }

  return {
    async search(query) {
      const sample = await sampled();
      const { tokens, holdsAll } = await sought(query, sample);
      const found = heaviestHolders(tokens, await together(tokens), sample.articles);
      const { phrases } = query;
      const ids = phrases.length > 0 ? await withStems(phrases) : [...found.keys()];
      if (ids.length === 0) return [];
      const texts = await index.texts(session, ids);
      const candidates = ids.map((articleId): Candidate => {
        return { articleId, matchText: texts.get(articleId) ?? NO_TEXT, terms: found.get(articleId) ?? NONE };
      });
      const idf = (gram: string) => sample.trigrams.idf(gramId(gram.replaceAll(' ', '_')));
      const ranked = rankCandidates(query, candidates, idf);
      const answers = phrases.length > 0 ? await withPhrases(ranked, phrases) : ranked.slice(0, ANSWERS);
      return placed(answers, holdsAll);
    },
  };
}

/** Of tokens, rarest first, those that are not too common; the two rarest when all are. */
function telling(held: readonly HeldToken[], articles: number): readonly HeldToken[] {
  if (articles < SMALL_ARCHIVE) return held;
  const rare = held.filter(({ frequency }) => frequency <= articles * COMMON);
  return rare.length > 0 ? rare : held.slice(0, 2);
}

/** The oldest article that a token's list tells of; 0 when it names all that hold the token. */
function reachOf(ids: readonly number[]): number {
  return ids.length < PER_TOKEN ? 0 : ids.reduce((oldest, id) => Math.min(oldest, id));
}

/** Tells whether an article holds all of so many words, of which these were found; what lies behind a list's reach may. */
function holderOfAll(words: number, found: readonly HeldToken[]): (articleId: number) => boolean {
  if (found.length < words) return () => false;
  const lists = found.map(({ ids }) => ({ holders: new Set(ids), reachesTo: reachOf(ids) }));
  return (id) => lists.every(({ holders, reachesTo }) => id < reachesTo || holders.has(id));
}

/** How many articles stand in the lists of all tokens; where they are enough, letters need not be asked. */
function holdersOfAll(tokens: readonly HeldToken[]): number {
  const held = new Map<number, number>();
  for (const { ids } of tokens) for (const id of ids) held.set(id, (held.get(id) ?? 0) + 1);
  let all = 0;
  for (const count of held.values()) if (count === tokens.length) all++;
  return all;
}

const NONE: HeldTerms = { weight: 0, share: 0 };
const NO_TEXT = new Uint8Array();

/** A text as phrases are looked for in it: normalised words between single spaces. */
function spaced(text: string): string {
  return ` ${normalize(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
