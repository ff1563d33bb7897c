import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { htmlToText } from './html-text.ts';

/** A page longer than this, in UTF-16 units, is no article. */
const LONGEST_PAGE = 3_000_000;
/** Elements that are looked at before a page is given up as too large. */
const MOST_ELEMENTS = 30_000;
/** A text shorter than this, in UTF-16 units, is a notice or a caption. */
const SHORTEST = 140;

/** The article that a web page holds, as paragraphs, one a line; nothing where it holds none. */
export function readablePage(html: string): string | undefined {
  if (html.length > LONGEST_PAGE) return undefined;
  const { document } = parseHTML(html);
  const article = new Readability(document, { maxElemsToParse: MOST_ELEMENTS }).parse();
  const text = article?.content ? htmlToText(article.content).text : '';
  return text.length >= SHORTEST ? text : undefined;
}
