/** Words remembered at most, in two halves: those of some days' news, a few megabytes. */
const HALF = 32_000;

/**
 * A pure function of one word that remembers its answers: the words of the news come again and again. When one half is
 * full the older is let go, so that common words stay known however many rare ones pass.
 */
export function remembering<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  let [recent, older] = [new Map<string, Answer>(), new Map<string, Answer>()];
  return (word) => {
    const before = recent.get(word);
    if (before !== undefined) return before;
    const now = older.get(word) ?? answer(word);
    if (recent.size >= HALF) [recent, older] = [new Map(), recent];
    recent.set(word, now);
    return now;
  };
}
