/** A run of digits, a run of letters, or one other character; `spaced` tells of white space before it. */
export type DateToken =
  | { kind: 'number'; text: string; value: number; spaced: boolean }
  | { kind: 'word'; text: string; spaced: boolean }
  | { kind: 'mark'; text: string; spaced: boolean };

export interface DateTokens {
  tokens: DateToken[];
  /** Whether any letter or digit is of the Arabic script. */
  arabic: boolean;
}

// Harakat and other combining marks, bidi and zero-width controls, tatweel: nothing a date depends on.
const SILENT = /[\p{M}\p{Cf}\u0640]/gu;
const LETTER = /\p{L}/u;

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...['آ', 'أ', 'إ', 'ٱ'].map((letter) => [letter, 'ا'] as const),
  ...['ى', 'ی'].map((letter) => [letter, 'ي'] as const),
  ...['ة', 'ھ', 'ہ', 'ە'].map((letter) => [letter, 'ه'] as const),
  ['ک', 'ك'],
  ['،', ','],
  ['؛', ';'],
  ['٫', '.'],
  ['۔', '.'],
  ['؍', '/'],
  ['\u2044', '/'],
  ['\\', '/'],
  ['\u2010', '-'],
  ['\u2012', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
]);

/** 0-9 for an ASCII, Arabic-Indic or Persian digit; -1 for any other code unit. */
function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x660 && code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  return -1;
}

/**
 * Splits a text into numbers, words and marks in one spelling: NFKC, lower case, no combining marks or controls, digits in
 * ASCII, bare alef, ي for ى, ه for ة, Arabic punctuation and all dashes as their ASCII likes.
 */
export function dateTokens(text: string): DateTokens {
  const tokens: DateToken[] = [];
  let arabic = false;
  let spaced = false;
  let run = '';
  let kind: 'number' | 'word' | undefined;
  let runSpaced = false;
  const close = (): void => {
    if (kind === 'number') tokens.push({ kind, text: run, value: Number(run), spaced: runSpaced });
    else if (kind === 'word') tokens.push({ kind, text: run, spaced: runSpaced });
    kind = undefined;
    run = '';
  };
  for (const character of text.normalize('NFKC').replace(SILENT, '').toLowerCase()) {
    const code = character.charCodeAt(0);
    const digit = digitValue(code);
    const letter = digit < 0 && LETTER.test(character);
    if (digit >= 0 || letter) {
      arabic ||= code >= 0x620 && code <= 0x6ff;
      const here = letter ? 'word' : 'number';
      if (kind !== here) {
        close();
        kind = here;
        runSpaced = spaced;
      }
      run += letter ? (FOLDED.get(character) ?? character) : digit;
      spaced = false;
      continue;
    }
    close();
    if (character.trim() === '') spaced = true;
    else {
      tokens.push({ kind: 'mark', text: FOLDED.get(character) ?? character, spaced });
      spaced = false;
    }
  }
  close();
  return { tokens, arabic };
}

/** The tokens that stand outside parentheses. */
export function withoutComments(tokens: readonly DateToken[]): DateToken[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (token.kind === 'mark' && token.text === '(') depth += 1;
    const outside = depth === 0;
    if (token.kind === 'mark' && token.text === ')' && depth > 0) depth -= 1;
    return outside;
  });
}

/** Whether the token at `at` is this mark. */
export function isMark(tokens: readonly DateToken[], at: number, mark: string): boolean {
  const token = tokens[at];
  return token?.kind === 'mark' && token.text === mark;
}

const LONGEST_PHRASE = 3;

/**
 * The longest phrase of up to three words that begins at `at` and stands in the table, with the place after it.
 * Full stops between and after the words are passed over, so that `a.m.` is the phrase `a m`.
 */
export function phraseAt<T>(
  tokens: readonly DateToken[],
  at: number,
  table: ReadonlyMap<string, T>,
): { value: T; next: number } | undefined {
  let found: { value: T; next: number } | undefined;
  let phrase = '';
  let next = at;
  for (let words = 1; words <= LONGEST_PHRASE; words += 1) {
    const token = tokens[next];
    if (token?.kind !== 'word') break;
    phrase = words === 1 ? token.text : `${phrase} ${token.text}`;
    next += 1;
    const value = table.get(phrase);
    if (value !== undefined) found = { value, next };
    while (isMark(tokens, next, '.')) next += 1;
  }
  return found;
}
