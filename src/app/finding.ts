import type { Article } from '../domain/article.ts';
import type { SearchHit, Store } from '../domain/ports.ts';
import type { SearchQuery } from '../domain/search.ts';
import type { Story } from '../domain/story.ts';
import { words } from '../text/terms.ts';

/** A story found, and the article of it that answers best. */
export interface Found {
  story: Story;
  article: Article;
}

export interface Findings {
  found: Found[];
  /** How many stories there are in all, on every page. */
  total: number;
  /** How many of them hold all the words that were asked for; these come first. */
  whole: number;
}

/** Looks for stories and, when nothing is found, for what may have been meant. */
export interface Finding {
  find(query: SearchQuery, page: { from: number; size: number }): Promise<Findings>;
  /** The nearest word that does occur in a headline, for a query that finds nothing. */
  nearestWord(query: SearchQuery): Promise<string | undefined>;
}

/**
 * An answer holds about half a word of the query, or letters that make up most of one: no less than these shares of the query's
 * weight, and of a query of several words so much less.
 */
const LEAST = { words: 0.34, ofOneWord: 0.5, letters: 0.5, lettersOfOneWord: 0.7 };
/** A hit that scores less than this share of the best one's is no answer beside it; little, for the best may be the very text. */
const BESIDE_BEST = 0.1;
/** A query of which one article holds this share in whole words is well spelt: what has none of them beside that, and only their letters, is no answer. */
const WELL_SPELT = 0.9;
/**
 * Beside stories that hold all of a few words, one that holds some is an answer from this share of their weight on; whoever
 * asks with more words, a headline say, looks for what is near it.
 */
const BESIDE_WHOLE = { fewWords: 3, share: 0.5 };
/** From this share of the letters on, title and lead hold all the words, however they are written together or apart. */
const ALL_LETTERS = 0.95;
/** Hits looked at for a word that may have been meant, and the share of letters it must have in common. */
const LOOKED_AT = 20;
const NEAR = 0.5;

export function createFinding(store: Store): Finding {
  return {
    async find(query, { from, size }) {
      const { whole, partial } = byWords(answersAmong(await store.search(query), query), query);
      const bestOfStory = new Map<number, SearchHit>();
      const putBest = (hit: SearchHit) => {
        if (!bestOfStory.has(hit.storyId)) bestOfStory.set(hit.storyId, hit);
      };
      whole.forEach(putBest);
      const held = bestOfStory.size;
      partial.forEach(putBest);
      const page = [...bestOfStory.values()].slice(from, from + size);
      const stories = new Map(
        (await store.stories(page.map((hit) => hit.storyId))).map((story) => [story.id, story]),
      );
      const found: Found[] = [];
      for (const hit of page) {
        const story = stories.get(hit.storyId);
        const article = await store.article(hit.articleId);
        if (story && article) found.push({ story, article });
      }
      return { found, total: bestOfStory.size, whole: held };
    },
    async nearestWord(query) {
      const hits = (await store.search({ ...query, phrases: [] })).slice(0, LOOKED_AT);
      let best: { word: string; likeness: number } | undefined;
      for (const { storyId } of hits) {
        const [story] = await store.stories([storyId]);
        for (const { title } of story?.articles ?? []) {
          for (const word of title.match(/[\p{L}\p{M}]{3,}/gu) ?? []) {
            const likeness = Math.max(
              ...query.words.map((wanted) => likenessOf(wanted, words(word)[0] ?? '')),
            );
            if (likeness >= NEAR && likeness < 1 && likeness > (best?.likeness ?? 0))
              best = { word, likeness };
          }
        }
      }
      return best?.word;
    },
  };
}

function answersAmong(hits: readonly SearchHit[], query: SearchQuery): readonly SearchHit[] {
  if (query.phrases.length > 0) return hits;
  const count = query.words.length;
  const words = Math.min(LEAST.words, LEAST.ofOneWord / count);
  const letters = Math.min(LEAST.letters, LEAST.lettersOfOneWord / count);
  const some = hits.filter(({ termShare, gramShare }) => termShare >= words || gramShare >= letters);
  const best = some[0]?.score ?? 0;
  const wellSpelt = some.some(({ termShare }) => termShare >= WELL_SPELT);
  return some.filter(({ score, termShare }) => score >= best * BESIDE_BEST && (termShare > 0 || !wellSpelt));
}

/** Answers that hold all the words asked for and, apart, those that hold some; each in their order. */
function byWords(
  hits: readonly SearchHit[],
  { terms, phrases }: SearchQuery,
): { whole: readonly SearchHit[]; partial: readonly SearchHit[] } {
  if (terms.length === 0 || phrases.length > 0) return { whole: hits, partial: [] };
  const isWhole = ({ holdsAll, gramShare }: SearchHit) => holdsAll || gramShare >= ALL_LETTERS;
  const whole = hits.filter(isWhole);
  const least = whole.length > 0 && terms.length <= BESIDE_WHOLE.fewWords ? BESIDE_WHOLE.share : 0;
  const partial = hits.filter(
    (hit) => !isWhole(hit) && (hit.termShare >= least || hit.gramShare >= LEAST.lettersOfOneWord),
  );
  return { whole, partial };
}

/** Dice's coefficient over pairs of letters, word edges included. */
function likenessOf(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  const shared = left.filter((pair) => right.includes(pair)).length;
  return (2 * shared) / (left.length + right.length || 1);
}

function pairs(word: string): string[] {
  const framed = ` ${word} `;
  return Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2));
}
