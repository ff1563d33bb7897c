import { normalize } from '../text/normalize.ts';
import { wordTerms } from '../text/terms.ts';
import type { Article } from './article.ts';
import type { Follow } from './follow.ts';

/** What is read of an article's text for follows, in UTF-16 units: its lead. A word far down makes no story about it. */
const READ_UNITS = 1200;
/** An article older than this when it came in, in ms, is archive and no news: it alerts nobody. */
export const NEWS_AGE = 48 * 3_600_000;
/** Most words of a followed phrase. */
export const MOST_FOLLOWED_WORDS = 8;

/** Whether an article was fresh when it came in. */
export function isNews({ sortAt, firstSeen }: Pick<Article, 'sortAt' | 'firstSeen'>): boolean {
  return sortAt >= firstSeen - NEWS_AGE;
}

/** The key by which two follows of words are the same: their terms, each once, in one order; empty when nothing telling is left. */
export function wordsKey(words: string): string {
  return [...new Set(wordTerms(words))].sort().join(' ');
}

/** The key of a source's name. */
export function sourceKey(name: string): string {
  return normalize(name);
}

/** Follows arranged so that an article is held against those alone whose rarest word it has. */
export interface FollowIndex {
  matching(article: Article): Follow[];
}

export function indexFollows(follows: readonly Follow[]): FollowIndex {
  const byTerm = new Map<string, { follow: Follow; terms: readonly string[] }[]>();
  const byTopic = Map.groupBy(
    follows.filter(({ kind }) => kind === 'topic'),
    ({ matchKey }) => matchKey,
  );
  const bySource = Map.groupBy(
    follows.filter(({ kind }) => kind === 'source'),
    ({ matchKey }) => matchKey,
  );
  for (const follow of follows) {
    if (follow.kind !== 'words') continue;
    // The key tells how the words were read when they were followed; articles are read as words are read now.
    const terms = [...new Set(wordTerms(follow.value))];
    // The longest word is as good a guess at the rarest as any, and costs nothing.
    const [rarest] = terms.toSorted((a, b) => b.length - a.length);
    if (rarest === undefined) continue;
    const known = byTerm.get(rarest);
    if (known) known.push({ follow, terms });
    else byTerm.set(rarest, [{ follow, terms }]);
  }

  function byWords(article: Article): Follow[] {
    if (byTerm.size === 0) return [];
    const lead = (article.body || article.summary || '').slice(0, READ_UNITS);
    const said = new Set(wordTerms(`${article.title}\n${lead}`));
    return [...said]
      .flatMap((term) => byTerm.get(term) ?? [])
      .filter(({ terms }) => terms.every((term) => said.has(term)))
      .map(({ follow }) => follow);
  }

  return {
    matching(article) {
      if (!isNews(article)) return [];
      return [
        ...article.topics.flatMap((topic) => byTopic.get(topic) ?? []),
        ...(bySource.get(sourceKey(article.source.name)) ?? []),
        ...byWords(article),
      ].filter(({ createdAt }) => article.firstSeen > createdAt);
    },
  };
}
