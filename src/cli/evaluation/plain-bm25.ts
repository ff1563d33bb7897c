import type { LabelledText } from './archive.ts';
import type { Ranker } from './ranker.ts';

const K1 = 1.2;
const B = 0.75;

/** The baseline: BM25 over words as they are written, without any knowledge of the language. */
export function plainBm25(docs: readonly LabelledText[]): Ranker {
  const texts = docs.map(({ id, title, body }) => ({ id, words: rawWords(`${title}\n${body}`) }));
  const average = texts.reduce((sum, { words }) => sum + words.length, 0) / (texts.length || 1);
  const postings = new Map<string, Map<number, number>>();
  texts.forEach(({ words }, at) => {
    for (const word of words) {
      const places = postings.get(word) ?? new Map<number, number>();
      places.set(at, (places.get(at) ?? 0) + 1);
      postings.set(word, places);
    }
  });

  function rank(query: readonly string[]): string[] {
    const scores = new Map<number, number>();
    for (const word of new Set(query)) {
      const places = postings.get(word);
      if (!places) continue;
      const idf = Math.log(1 + (texts.length - places.size + 0.5) / (places.size + 0.5));
      for (const [at, count] of places) {
        const norm = K1 * (1 - B + (B * (texts[at]?.words.length ?? 0)) / average);
        scores.set(at, (scores.get(at) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]).flatMap(([at]) => texts[at]?.id ?? []);
  }

  return {
    search: async (query, size) => rank(rawWords(query)).slice(0, size),
    async related(seed) {
      const own = docs.find((doc) => doc.id === seed);
      return own ? rank(rawWords(`${own.title}\n${own.body}`)).filter((id) => id !== seed) : [];
    },
  };
}

function rawWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
