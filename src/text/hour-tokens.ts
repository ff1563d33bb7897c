import type { DateToken } from './date-tokens.ts';
import { isHourWord, JOINING } from './hour-words.ts';
import { normalize } from './normalize.ts';

/** A token in the spelling of `normalize`, with its place in the text as it was typed. */
export type HourToken = DateToken & { from: number; to: number };

const PIECE = /\p{Nd}[\p{Nd}\p{Cf}]*|\p{L}[\p{L}\p{M}\p{Cf}]*|\S/gu;
const APOSTROPHE = /['’]/;
const WAW = 'و';

/** Numbers, words and marks; a `و` written onto a word of hours (`والثامنة`) stands alone, `o'clock` is one word. */
export function hourTokens(text: string): HourToken[] {
  const tokens: HourToken[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const from = match.index;
    const to = from + match[0].length;
    const folded = normalize(match[0]);
    // A mark or a control that shows nothing does not part what it stands between.
    if (folded === '') {
      if (end === from) end = to;
      continue;
    }
    const spaced = from > end;
    const place = { spaced, from, to };
    if (/^\d+$/.test(folded)) tokens.push({ kind: 'number', text: folded, value: Number(folded), ...place });
    else if (!/^\p{L}/u.test(folded)) tokens.push({ kind: 'mark', text: folded, ...place });
    else if (folded.startsWith(WAW) && !isHourWord(folded) && isHourWord(folded.slice(1))) {
      tokens.push({ kind: 'word', text: WAW, spaced, from, to: from + 1 });
      tokens.push({ kind: 'word', text: folded.slice(1), spaced: false, from: from + 1, to });
    } else if (!joinedClock(tokens, folded, to)) tokens.push({ kind: 'word', text: folded, ...place });
    end = to;
  }
  return tokens;
}

/** Makes `o`, `'` and `clock` one word. */
function joinedClock(tokens: HourToken[], word: string, to: number): boolean {
  const [o, mark] = tokens.slice(-2);
  if (word !== 'clock' || o?.text !== 'o' || mark === undefined || !APOSTROPHE.test(mark.text)) return false;
  tokens.splice(-2, 2, { kind: 'word', text: 'oclock', spaced: o.spaced, from: o.from, to });
  return true;
}

/** Whether a token only parts one entry of a list from the next. */
export function isListMark(token: HourToken): boolean {
  return token.kind === 'word' ? JOINING.has(token.text) : /^[,،;؛&/|]$/.test(token.text);
}
