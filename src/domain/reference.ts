/**
 * How buttons and deep links name things: `s` or `a` and the id in base 36, as in `s1z4`.
 * The letter keeps a reference apart from a number of the last list (`related 2`), and both fit
 * the 64 bytes of callback data. Links that are shared name articles, which outlive regrouping.
 */
export type Reference = { kind: 'story' | 'article'; id: number };

export function storyReference(id: number): string {
  return `s${id.toString(36)}`;
}

export function articleReference(id: number): string {
  return `a${id.toString(36)}`;
}

/** Reads a reference; anything else is `undefined`. */
export function readReference(text: string): Reference | undefined {
  const match = /^([as])([0-9a-z]{1,10})$/.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  const id = Number.parseInt(match[2] ?? '', 36);
  return id > 0 && Number.isSafeInteger(id)
    ? { kind: match[1] === 'a' ? 'article' : 'story', id }
    : undefined;
}
