import type { ArticleDraft } from '../domain/article.ts';
import { normalize } from '../text/normalize.ts';

/** Fewer headlines than this that come again are chance: a daily column has the same one each day. */
const FEWEST = 3;

/**
 * Finds the articles of which a publisher changed the ids and links at once: more than half of a fetch is new by its
 * keys, but has headlines that are known from the same source. Gives the keys they had and those they have now.
 *
 * `fresh` are the drafts whose keys are not known; `total` counts all of the fetch; `known` are the source's articles
 * of the last days that are not in the fetch under their own keys. Headlines that several articles share tell nothing.
 */
export function renumbered(
  fresh: readonly Pick<ArticleDraft, 'key' | 'title'>[],
  total: number,
  known: readonly { key: string; title: string }[],
): { from: string; to: string }[] {
  if (fresh.length * 2 <= total || fresh.length < FEWEST) return [];
  const before = byTitle(known);
  const now = byTitle(fresh);
  const changes = [...now].flatMap(([title, to]) => {
    const from = before.get(title);
    return from === undefined ? [] : [{ from, to }];
  });
  return changes.length >= FEWEST && changes.length * 2 > total ? changes : [];
}

/** Keys by headline, blind to spelling; without the headlines that stand for several. */
function byTitle(articles: readonly { key: string; title: string }[]): Map<string, string> {
  const groups = Map.groupBy(articles, ({ title }) => normalize(title));
  return new Map(
    [...groups].flatMap(([title, [only, other]]) => (only && !other ? [[title, only.key]] : [])),
  );
}
