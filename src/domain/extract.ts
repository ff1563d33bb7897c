import { isWholeSentence, sentences } from '../text/sentences.ts';

/**
 * A summary of the article's own sentences, in their order: the first ones, up to about `most` words. In the news
 * position tells more of importance than any measure of centrality, in Arabic as in English. The sentence that
 * crosses the limit is taken when that comes nearer to it; one is always given. A sentence that the text breaks off
 * in is never taken.
 */
export function extract(text: string, most: number): string[] {
  const taken: string[] = [];
  let length = 0;
  for (const sentence of wholeSentences(text)) {
    const next = length + wordCount(sentence);
    if (taken.length > 0 && next > most && next - most > most - length) break;
    taken.push(sentence);
    length = next;
    if (length >= most) break;
  }
  return taken;
}

/** How many words a text has, by white space. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function wholeSentences(text: string): string[] {
  const all = sentences(text);
  const last = all.at(-1);
  return last !== undefined && all.length > 1 && !isWholeSentence(last) ? all.slice(0, -1) : all;
}
