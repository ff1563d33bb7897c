import type { Language } from '../domain/languages.ts';
import type { Store } from '../domain/ports.ts';
import type { Story } from '../domain/story.ts';
import { headline } from '../domain/story.ts';
import type { SummaryArticle } from '../domain/story-extract.ts';

/** Articles of one story that a summary is made from: more say the same again. */
const MOST_ARTICLES = 5;

/** The texts of a story: the article that heads it for this reader, then one of each other source. */
export async function articlesOf(
  story: Story,
  language: Language,
  store: Pick<Store, 'article'>,
): Promise<SummaryArticle[]> {
  const head = headline(story, language);
  const own = story.articles.filter((article) => article.language === language);
  const sources = new Set([head.source.name]);
  const chosen = [head.id];
  for (const { id, source } of [...own, ...story.articles]) {
    if (chosen.length >= MOST_ARTICLES) break;
    if (sources.has(source.name)) continue;
    sources.add(source.name);
    chosen.push(id);
  }
  const articles = await Promise.all(chosen.map((id) => store.article(id)));
  return articles.flatMap((article) => article ?? []);
}
