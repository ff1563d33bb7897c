/** Words remembered at most: those of a day's news, a few megabytes. */
const MOST = 20_000;

/** A pure function of one word that remembers its answers: the words of the news come again and again. */
export function remembering<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = answer(word);
    if (known.size >= MOST) known.clear();
    known.set(word, now);
    return now;
  };
}
