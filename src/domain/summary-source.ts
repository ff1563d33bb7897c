import { dropCutTail, sentences } from '../text/sentences.ts';
import { outsideMark } from './gate/outside-marks.ts';
import { isMachineOrder } from './machine-orders.ts';
import { isPageFurniture } from './page-furniture.ts';
import type { SummaryArticle } from './story-extract.ts';

/** An article as a model is shown it, and as the gate holds its answer against. */
export interface ShownArticle {
  id: number;
  language: string;
  text: string;
}

/** Room for all articles of a story together, and for one of them, in UTF-16 units: the heart of a story stands at its beginning. */
const ALL_UNITS = 6000;
const ONE_UNITS = 3000;

/**
 * What of a story's articles a model may see: headline and text by whole sentences, without furniture, links and handles. An
 * article with text that gives orders to programs is left out whole, wherever in it they stand: what such a text says besides
 * is not to be trusted either. Empty when nothing is left.
 */
export function shownArticles(articles: readonly SummaryArticle[]): ShownArticle[] {
  const clean = articles.filter((article) => !givesOrders(article));
  const each = Math.min(ONE_UNITS, Math.floor(ALL_UNITS / Math.max(1, clean.length)));
  return clean.flatMap(({ id, language, title, body, summary = '', cut }) => {
    const text = body || summary;
    const told = sentencesThatFit(cut ? dropCutTail(text).text : text, each - title.length);
    const parts = [outsideMark(title) ? '' : title, ...told].filter(Boolean);
    return told.length === 0 ? [] : [{ id, language, text: parts.join('\n') }];
  });
}

function givesOrders({ title, body, summary = '', source }: SummaryArticle): boolean {
  const text = `${title}\n${source.name}\n${summary}\n${body}`;
  return text
    .split('\n')
    .some((line) => sentences(line).some(isMachineOrder) || isMachineOrder(line.slice(0, 500)));
}

function sentencesThatFit(text: string, units: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const sentence of sentences(text)) {
    if (isPageFurniture(sentence) || outsideMark(sentence)) continue;
    used += sentence.length + 1;
    if (used > units) break;
    taken.push(sentence);
  }
  return taken;
}
