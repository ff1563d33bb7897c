/** Vowel signs and tatweel, which may stand after any letter of a label. */
const MARKS = '[\\u064B-\\u065F\\u0670\\u0640]*';

/**
 * A pattern that finds a label in any of its spellings: with or without hamza and vowel signs, any case, any spaces.
 * It matches at the start of a line, after list signs; the rest of the line is the group `rest`.
 */
export function labelPattern(labels: readonly string[], colon: 'needed' | 'optional'): RegExp {
  const spellings = labels.map((label) => [...label].map(spelling).join('')).join('|');
  const end =
    colon === 'needed' ? '(?:\\s*[:：]\\s*(?<rest>.*)|[\\s.…*]*)' : '(?:\\s*[:：]\\s*|\\s+)(?<rest>\\S.*)';
  return new RegExp(`^[\\s*•●▪■>»«#\\-–—_=]*(?:${spellings})[\\s*"»«\\]\\-–—_]*${end}$`, 'iu');
}

/** What follows a label on its line (`''` when the label stands alone), or nothing when the line has no such label. */
export function afterLabel(line: string, pattern: RegExp): string | undefined {
  const match = pattern.exec(line);
  return match ? (match.groups?.rest ?? '').trim() : undefined;
}

function spelling(letter: string): string {
  if (letter === ' ') return '\\s+';
  if (letter === 'ا') return `[اأإآٱ]${MARKS}`;
  if (letter === 'ي') return `[يىی]${MARKS}`;
  if (letter === 'ة') return `[ةه]${MARKS}`;
  return /[a-z]/.test(letter) ? letter : `${letter}${MARKS}`;
}
