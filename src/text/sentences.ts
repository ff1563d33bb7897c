const PARAGRAPH_BREAK = /(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])+/;
/** A quotation keeps its sentences together up to this many UTF-16 units, so that one stray mark cannot swallow a text. */
const LONGEST_QUOTATION = 600;

/** Titles that end in a point and want another word: د. أ. م. ود. الد., Mr., Gen.; «له.», «بلد.» are words. */
const TITLE =
  /(?:^|[\s("'«“‘[\u2066-\u2068])(?:\p{Script=Arabic}|[أا]\.د|و[دأم]|ل[دأ]|(?:[وفبك]?ال|[وف]?لل)[دأ]|هـ|Mrs?|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Rev|Hon|Pres|St|Mt|Ft|No|vs|cf|e\.g|i\.e|approx|al)\.$/u;
/** Abbreviations and initials that may also close a sentence: what follows decides. */
const MAY_CLOSE =
  /(?:^|[\s("'«“‘[])(?:(?:\p{Lu}\.)*\p{Lu}|[ap]\.m|Jr|Sr|Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|etc)\.$/u;
const OPENER =
  /^["'“‘(]?(?:The|A(?!\.)|An|In|On|At|He|She|It|They|We|I(?!\.)|You|But|And|However|This|That|These|Those|His|Her|Its|Their|There|When|While|After|Before|Then|As|For|If|Since|Some|Many|What|Who)\b/;
const ONLY_CLOSING = /^["'”’»)\]}.!؟?…\s]+$/;

const WHOLE = /[.!؟?…。۔]["'“”’»)\]}\s\u200e\u200f\u202c\u2069]*$/;
const CLOSING_QUOTE = /[»”]\s*$/;

const segmenters: Readonly<Record<'ar' | 'en', Intl.Segmenter>> = {
  ar: new Intl.Segmenter('ar', { granularity: 'sentence' }),
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
};

/**
 * The sentences of a text, trimmed, in order; a line break always ends one. Unicode's rules (UAX 29), joined again after
 * abbreviations and inside a quotation of up to 600 UTF-16 units.
 */
export function sentences(text: string): string[] {
  return text.split(PARAGRAPH_BREAK).flatMap(paragraphSentences);
}

function paragraphSentences(paragraph: string): string[] {
  const segmenter = /\p{Script=Arabic}/u.test(paragraph) ? segmenters.ar : segmenters.en;
  const pieces = Array.from(segmenter.segment(paragraph), ({ segment }) => segment);
  const unabbreviated = joinAbbreviations(pieces);
  return joinQuotations(unabbreviated)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function joinAbbreviations(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let start = 0;
  for (let at = 1; at <= pieces.length; at++) {
    if (at < pieces.length && continues(pieces[at - 1] ?? '', pieces[at] ?? '')) continue;
    joined.push(pieces.slice(start, at).join(''));
    start = at;
  }
  return joined;
}

function continues(before: string, piece: string): boolean {
  if (ONLY_CLOSING.test(piece)) return true;
  const tail = before.slice(-24).trimEnd();
  if (!tail.endsWith('.')) return false;
  return TITLE.test(tail) || (MAY_CLOSE.test(tail) && !OPENER.test(piece));
}

/** Joins each piece that leaves a quotation open with those up to its end, if that is near enough. */
function joinQuotations(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let at = 0;
  while (at < pieces.length) {
    const end = endOfQuotation(pieces, at);
    joined.push(pieces.slice(at, end + 1).join(''));
    at = end + 1;
  }
  return joined;
}

/** The index of the piece where every quotation opened since `start` is closed; `start` itself when none is near. */
function endOfQuotation(pieces: readonly string[], start: number): number {
  const open = new OpenQuotations();
  let length = 0;
  for (let at = start; at < pieces.length; at++) {
    const piece = pieces[at] ?? '';
    length += piece.length;
    if (at > start && length > LONGEST_QUOTATION) return start;
    open.read(piece);
    if (!open.any) return at;
  }
  return start;
}

/** Counts the quotation marks that are open; a closing one without an opening one counts for nothing. */
class OpenQuotations {
  #angular = 0;
  #curly = 0;
  #straight = false;

  get any(): boolean {
    return this.#angular > 0 || this.#curly > 0 || this.#straight;
  }

  read(piece: string): void {
    for (const [mark] of piece.matchAll(/["«»“”]/g)) {
      if (mark === '"') this.#straight = !this.#straight;
      else if (mark === '«') this.#angular++;
      else if (mark === '»') this.#angular = Math.max(0, this.#angular - 1);
      else if (mark === '“') this.#curly++;
      else this.#curly = Math.max(0, this.#curly - 1);
    }
  }
}

/** Whether a text ends as sentences do: with . ! ؟ ? …, quotes and brackets after it allowed, or with the end of a quotation. */
export function isWholeSentence(text: string): boolean {
  const end = text.trimEnd();
  if (WHOLE.test(end) || CLOSING_QUOTE.test(end)) return true;
  return end.endsWith('"') && end.length > 1 && (end.split('"').length - 1) % 2 === 0;
}

/**
 * A text without the unfinished sentence at its end, as a file that stops in the middle of a word leaves it. `cut` tells
 * whether anything was dropped; a text that is one unfinished sentence becomes empty.
 */
export function dropCutTail(text: string): { text: string; cut: boolean } {
  const end = text.trimEnd();
  const last = paragraphSentences(end.split(PARAGRAPH_BREAK).at(-1) ?? '').at(-1);
  if (last === undefined || isWholeSentence(last)) return { text, cut: false };
  return { text: end.slice(0, end.length - last.length).trimEnd(), cut: true };
}
