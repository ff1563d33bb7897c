import { wordTerms } from '../text/terms.ts';
import type { ArticleHead } from './article.ts';
import type { Story } from './story.ts';

/** A later report brings something new when so much of its headline was in no headline or summary before it. */
const NEW_SHARE = 0.5;
/** Shorter headlines say too little to be told apart. */
const FEWEST_TERMS = 3;
/** Outlets tell one event within hours of one another; what comes later than this, in ms, tells what became of it. */
const OVERTAKEN_AFTER = 8 * 3_600_000;

/**
 * The articles that joined a story since it was told and bring something new, newest first. Another outlet that
 * tells the same does not; neither does a correction of spelling. `known` are ids of the articles told before.
 */
export function developments(story: Story, known: readonly number[]): ArticleHead[] {
  const before = new Set(known);
  const heard = new Set<string>();
  /** A report in a language in which the story was not told is new only by its language: its words cannot be compared. */
  const languages = new Set<string>();
  for (const article of story.articles) {
    if (!before.has(article.id)) continue;
    hear(heard, article);
    languages.add(article.language);
  }
  const news: ArticleHead[] = [];
  for (const article of story.articles.toSorted((a, b) => a.sortAt - b.sortAt || a.id - b.id)) {
    if (before.has(article.id)) continue;
    const terms = [...new Set(wordTerms(article.title))];
    const fresh = terms.filter((term) => !heard.has(term)).length;
    const comparable = languages.has(article.language) && terms.length >= FEWEST_TERMS;
    if (comparable && fresh / terms.length >= NEW_SHARE) news.push(article);
    hear(heard, article);
    languages.add(article.language);
  }
  return news.reverse();
}

/**
 * What has become of a story long after the report that stands for it, newest first: without it a headline of yesterday evening
 * would be this morning's news to someone who was never told the story.
 */
export function overtaking(story: Story, standsFor: ArticleHead): ArticleHead[] {
  const early = story.articles.filter(({ sortAt }) => sortAt < standsFor.sortAt + OVERTAKEN_AFTER);
  return developments(
    story,
    early.map(({ id }) => id),
  );
}

function hear(heard: Set<string>, { title, summary }: ArticleHead): void {
  for (const term of wordTerms(title)) heard.add(term);
  if (summary) for (const term of wordTerms(summary)) heard.add(term);
}
