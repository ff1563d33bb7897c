/** Deeper nesting than any article has; it keeps the search for a next record short in hostile files. */
const DEEPEST = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const NEWLINE = 0x0a;

export type ScanResult =
  /** One whole JSON value, which ends before `end`. */
  | { kind: 'value'; end: number }
  /** What stands at `at` cannot stand in JSON. */
  | { kind: 'fault'; at: number; why: string }
  /** The text ends within the value. */
  | { kind: 'more' };

export interface ValueScanner {
  /** Goes on from where it stopped; `text` is the same text as before or longer. */
  scan(text: string): ScanResult;
}

/**
 * Finds the end of one JSON value that starts at `start`, stopping at the first character that breaks the grammar, so
 * that a missing quotation mark or bracket is noticed where it is missing and not at the end of the file.
 * Numbers and escapes are left to `JSON.parse`.
 */
export function scanValue(start: number): ValueScanner {
  let at = start;
  let expected: 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma' = 'value';
  let within: 'string' | 'name' | 'literal' | undefined;
  const open: number[] = [];

  function scan(text: string): ScanResult {
    while (at < text.length) {
      if (within === 'literal') {
        at = literalEnd(text, at);
        if (at === text.length) return { kind: 'more' };
        within = undefined;
        if (open.length === 0) return { kind: 'value', end: at };
      } else if (within) {
        const end = stringEnd(text, at);
        if (end.why) return { kind: 'fault', at: end.at, why: end.why };
        at = end.at;
        if (!end.closed) return { kind: 'more' };
        expected = within === 'name' ? 'colon' : 'comma';
        within = undefined;
        if (open.length === 0) return { kind: 'value', end: at };
      } else {
        const why = token(text.charCodeAt(at));
        if (why) return { kind: 'fault', at, why };
        if (within === 'literal') continue;
        at++;
        if (!within && open.length === 0 && expected === 'comma') return { kind: 'value', end: at };
      }
    }
    return { kind: 'more' };
  }

  /** Takes one character outside strings and literals; the answer is a reason when it may not stand there. */
  function token(code: number): string | undefined {
    if (code === 0x20 || code === NEWLINE || code === 0x0d || code === 0x09) return undefined;
    if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      const opener = code === CLOSE_OBJECT ? OPEN_OBJECT : OPEN_LIST;
      if (open.at(-1) !== opener) return 'a bracket closes what is not open';
      if (expected === 'name') return 'a comma stands before a closing bracket';
      if (expected !== 'comma' && !expected.endsWith('end'))
        return 'a value is missing before a closing bracket';
      open.pop();
      expected = 'comma';
      return undefined;
    }
    if (expected === 'comma' || expected === 'colon') {
      if (code !== (expected === 'comma' ? COMMA : COLON))
        return `a ${expected} or a quotation mark is missing`;
      if (expected === 'colon') expected = 'value';
      else expected = open.at(-1) === OPEN_OBJECT ? 'name' : 'value';
      return undefined;
    }
    if (expected === 'name' || expected === 'name or end') {
      if (code !== QUOTE)
        return code === COMMA
          ? 'a comma stands where a field name is expected'
          : 'a field name in quotation marks is missing';
      within = 'name';
      return undefined;
    }
    if (code === QUOTE) {
      within = 'string';
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (open.length === DEEPEST) return `it is nested deeper than ${DEEPEST} levels`;
      open.push(code);
      expected = code === OPEN_OBJECT ? 'name or end' : 'value or end';
    } else if (isLiteral(code)) {
      within = 'literal';
      expected = 'comma';
    } else {
      return 'a value is missing';
    }
    return undefined;
  }

  return { scan };
}

function isLiteral(code: number): boolean {
  const letter = code | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2b ||
    code === 0x2e
  );
}

function literalEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isLiteral(text.charCodeAt(at))) at++;
  return at;
}

/** The place behind the closing quotation mark; a line break before it means that the mark is missing. */
function stringEnd(text: string, from: number): { at: number; closed: boolean; why?: string } {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return { at: at + 1, closed: true };
    if (code === NEWLINE || code === 0x0d)
      return { at, closed: false, why: 'a quotation mark is missing at the end of a line' };
    if (code === BACKSLASH) {
      if (at + 1 === text.length) return { at, closed: false };
      at++;
    }
  }
  return { at: text.length, closed: false };
}
