import { wordTerms } from '../text/terms.ts';
import type { Article } from './article.ts';
import { extract } from './extract.ts';
import type { Summary } from './summary.ts';
import type { TellingSentence } from './telling-sentences.ts';
import { READ_UNITS, tellingSentences } from './telling-sentences.ts';

/** An article as far as a summary reads it. */
export type SummaryArticle = Pick<Article, 'id' | 'title' | 'body' | 'language' | 'cut' | 'source'> & {
  summary?: string;
};

const MOST_SENTENCES = 3;
/** A publisher's own summary shorter than this, in UTF-16 units, is a kicker. */
const SHORTEST_SUMMARY = 60;
/** First sentences of another source that are looked at. */
const LOOKED_AT = 4;
/** Share of a sentence's stemmed words that what was taken before may hold already. */
const MOST_SHARED = 0.4;
/** Stemmed words that it must have in common with the rest all the same: it tells the same story. */
const LEAST_SHARED = 2;
/** A number in digits; one alone is an order or a day more often than a measure. */
const FIGURE = /\d{2}/;
/** Room that a sentence of another source must find, in UTF-16 units. */
const SHORTEST_SENTENCE = 40;

/**
 * An extract of a story from its articles, the one that heads it first: one to three whole sentences that fit `units` UTF-16
 * units. Articles in `language` come before others, which are used when there is none. Where several sources tell the
 * story, the last sentence is another source's, if one of its first tells something that the others have not told.
 */
export function storyExtract(articles: readonly SummaryArticle[], language: string, units: number): Summary {
  const own = articles.filter((article) => article.language === language);
  const [head, ...others] = own.length > 0 ? own : articles.slice(0, 1);
  if (!head) return { kind: 'extract', text: '', language, from: [] };

  const alone = ofArticle(head, { units, sentences: MOST_SENTENCES });
  const fewer = alone.length > 1 ? ofArticle(head, { units, sentences: MOST_SENTENCES - 1 }) : alone;
  const left = units - fewer.join(' ').length - 1;
  const added = fewer.length < MOST_SENTENCES ? differing(others, head.title, fewer, left) : undefined;
  const taken = added ? [...fewer, added.sentence] : alone;
  return {
    kind: 'extract',
    text: taken.join(' '),
    language: head.language,
    from: taken.length === 0 ? [] : added ? [head.id, added.id] : [head.id],
  };
}

/** The publisher's own summary where it is whole and fits, else sentences of the text. */
function ofArticle(article: SummaryArticle, room: { units: number; sentences: number }): string[] {
  const { title, body, summary = '', cut } = article;
  if (summary.length >= SHORTEST_SUMMARY && body) {
    const told = tellingSentences(summary.slice(0, READ_UNITS));
    const text = told.map((sentence) => sentence.text).join(' ');
    if (told.length <= room.sentences && text.length <= room.units && text.length >= SHORTEST_SUMMARY)
      return told.map((sentence) => sentence.text);
  }
  return extract((body || summary).slice(0, READ_UNITS), room, { title, cut: isCut(body || summary, cut) });
}

/** A sentence of another source that adds to what was taken; the source whose sentence adds most gives it. */
function differing(
  others: readonly SummaryArticle[],
  title: string,
  taken: readonly string[],
  units: number,
): { sentence: string; id: number } | undefined {
  if (units < SHORTEST_SENTENCE || taken.length === 0) return undefined;
  const known = new Set([...taken, title].flatMap(wordTerms));
  let best: { sentence: string; id: number; news: number } | undefined;
  for (const { id, body, summary = '', cut } of others) {
    const text = body || summary;
    const first = tellingSentences(text.slice(0, READ_UNITS), isCut(text, cut)).slice(0, LOOKED_AT);
    for (const sentence of first) {
      const news = newsIn(sentence, known, units);
      if (news !== undefined && (!best || news > best.news)) best = { sentence: sentence.text, id, news };
    }
  }
  return best;
}

/** How many stemmed words a sentence tells that are not known; nothing when it leans, does not fit, repeats or strays. */
function newsIn(
  { text, leans }: TellingSentence,
  known: ReadonlySet<string>,
  units: number,
): number | undefined {
  if (leans || text.length > units || text.length < SHORTEST_SENTENCE) return undefined;
  const terms = new Set(wordTerms(text));
  let shared = 0;
  for (const term of terms) {
    if (!known.has(term)) continue;
    // The figure of a fact that was told tells the same fact once more.
    if (FIGURE.test(term)) return undefined;
    shared++;
  }
  if (shared < LEAST_SHARED || shared / terms.size > MOST_SHARED) return undefined;
  return terms.size - shared;
}

function isCut(text: string, cut: boolean): boolean {
  return cut || text.length > READ_UNITS;
}
