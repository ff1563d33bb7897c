import { isGivenName } from '../../text/name-tables/given-names.ts';
import { polarityOf } from '../../text/negation.ts';
import { clausesOf, DENYING_VERB, RELATIVE } from './clauses.ts';
import type { FactSentence, FactWord } from './facts.ts';

/** A stretch of a sentence that says something, or denies it. */
export interface Statement {
  /** How it is said: outright; denied; or so that it may be either. */
  kind: 'said' | 'denied' | 'open';
  /** Said by itself, not in front of a denial or by a word like stop. */
  plain: boolean;
  /** Index of the word that denies, in its sentence. */
  at: number;
  /** Telling words behind the word that denies, the nearest first; of what is said outright, all. */
  behind: readonly FactWord[];
  /** Telling words of the clause before it: what it is said of. */
  before: readonly FactWord[];
  /** It denies one verb at the end of its clause: «rationing could not be excluded». */
  closes: boolean;
  /** Another word of its clause denies as well, so that both may undo each other. */
  twice: 'surely' | 'perhaps' | undefined;
  sentence: FactSentence;
}

/** Telling words that a denial reaches at most. */
const REACH = 8;
const VERBAL = /^[وف]?(?:not|t|never|cannot|لم|لن|لا)$/;
/** Words that tell nothing of what is denied. */
const EMPTY = new Set(
  'again until before after since during because early late old just while expect expected expects say says said tell tells told yet ever now still given make made take took longer happen happened occur occurred يتوقع تتوقع توقع توقعت وتوقعت قال قالت وقوع تسجيل حدوث وجود تسجل يسجل سجلت الان حاليا حتي يتم تم جري جرت اجراء قيام قام قامت اثناء خلال اثر جراء'.split(
    ' ',
  ),
);
const CAPITAL = /^\p{Lu}/u;
const RATHER = new Set(['بل', 'وانما', 'انما']);

const readings = new WeakMap<FactSentence, readonly Statement[]>();

/** What a sentence says, and what it denies, clause by clause. Read once per sentence. */
export function statementsOf(sentence: FactSentence): readonly Statement[] {
  let known = readings.get(sentence);
  if (!known) {
    known = read(sentence);
    readings.set(sentence, known);
  }
  return known;
}

function read(sentence: FactSentence): Statement[] {
  // «لا يحمل خضارًا بل كتبًا»: what is denied only makes room for what is said.
  const rhetorical = sentence.words.findLastIndex(({ form }) => RATHER.has(form));
  return clausesOf(sentence.words).flatMap((places) => clause(sentence, places, rhetorical));
}

interface Turn {
  at: number;
  kind: 'strong' | 'firm' | 'soft';
}

function clause(sentence: FactSentence, places: readonly number[], rhetorical: number): Statement[] {
  const words = places.flatMap((at) => sentence.words[at] ?? []);
  const turns: Turn[] = [];
  for (const [step, at] of places.entries()) {
    const kind = at < rhetorical ? undefined : turnAt(sentence, at);
    if (kind) turns.push({ at: step, kind });
  }
  const telling = (start: number, end: number) =>
    words.slice(start, end).filter((word, at) => tells(word, words[start + at - 1]));
  const first = turns[0];
  const before = telling(0, first?.at ?? words.length);
  if (!first) return before.length === 0 ? [] : [said(sentence, before)];
  const statements: Statement[] = [];
  for (let step = 0; step < turns.length; step++) {
    const opening = turns[step];
    if (!opening) break;
    let [turn, denied] = [opening, true];
    // «did not fail to», «لم ينف»: two denials in a row are none; of «did not stop» the stopping is denied.
    for (let next = turns[step + 1]; next && turn.kind !== 'soft'; next = turns[step + 1]) {
      if (telling(turn.at + 1, next.at).length > 0) break;
      step++;
      if (next.kind === 'soft') break;
      denied = !denied;
      turn = next;
    }
    const end =
      turns.slice(step + 1).find(({ kind }) => kind !== 'soft' || turn.kind === 'soft')?.at ?? words.length;
    const close = reach(words, turn.at, end);
    const of = telling(0, opening.at);
    const behind = denialOrder(words, turn.at, telling(turn.at + 1, close), of);
    const soft = turn.kind === 'soft';
    const closes = behind.length === 1 && VERBAL.test(words[turn.at]?.form ?? '');
    if (step === 0 && !closes && before.length > 1) statements.push(said(sentence, before, false));
    statements.push({
      kind: soft ? 'open' : denied ? 'denied' : 'said',
      at: places[opening.at] ?? 0,
      plain: false,
      behind: behind.length > 0 ? behind : of.toReversed().slice(0, REACH),
      closes,
      before: of,
      twice: twiceIn(words, turns),
      sentence,
    });
    if (soft) statements.push(said(sentence, telling(0, close), false));
    // Further off a denial may still reach, or not.
    const rest = telling(close, end);
    if (rest.length > 0) statements.push({ ...said(sentence, rest, false), kind: soft ? 'said' : 'open' });
  }
  return statements;
}

/** Whether two denials stand in a row, with no «and» between them; what may be one counts right behind another. */
function twiceIn(words: readonly FactWord[], turns: readonly Turn[]): Statement['twice'] {
  for (const [step, turn] of turns.entries()) {
    const next = turns[step + 1];
    if (!next || turn.kind === 'soft') continue;
    const between = words.slice(turn.at + 1, next.at);
    if (next.kind === 'soft' && between.every(({ telling }) => !telling)) return 'perhaps';
    if (next.kind !== 'soft' && !between.some(({ form }) => form === 'and' || /^و.{3}/.test(form)))
      return 'surely';
  }
  return undefined;
}

/** Words that a denial reaches, in the order in which they tell what is denied. */
function denialOrder(
  words: readonly FactWord[],
  at: number,
  behind: readonly FactWord[],
  before: readonly FactWord[],
): readonly FactWord[] {
  const form = words[at]?.form ?? '';
  // «استبعد مدير الدفاع أن يكون متعمدًا»: who denies stands before what he denies.
  if (DENYING_VERB.test(form)) {
    const that = words.findIndex((word, step) => step > at && /^(?:ان|انه|انها|انهم|that)$/.test(word.form));
    const told = that < 0 ? [] : behind.filter((word) => words.indexOf(word) > that);
    // «نفى مديرها استعمال خرسانة»: who denies stands first.
    return told.length > 0 ? told : behind.toReversed();
  }
  // «pays no rent»: the verb before it is denied as well.
  const verb = before.at(-1);
  if (verb && verb === words[at - 1]) {
    if (form === 'no') return [...behind.slice(0, 1), verb, ...behind.slice(1)];
    if (/^(?:nothing|nobody|none|neither)$/.test(form)) return [verb, ...behind];
  }
  return behind;
}

/** Whether a word tells what is said: whose name it is tells only who says it. */
function tells(word: FactWord, before: FactWord | undefined): boolean {
  if (word.script === 'number') return true;
  if (!word.telling || EMPTY.has(word.form) || isName(word)) return false;
  if (!before) return true;
  return !isName(before) && !(CAPITAL.test(word.raw) && CAPITAL.test(before.raw));
}

function isName({ form, raw, script }: FactWord): boolean {
  return script === 'latin' ? CAPITAL.test(raw) && isGivenName(form) : isGivenName(form, true);
}

/** Where a denial ends: so many telling words behind it, or where «and» leads on to something else. */
function reach(words: readonly FactWord[], at: number, end: number): number {
  let telling = 0;
  for (let step = at + 1; step < end; step++) {
    const word = words[step];
    const leaves = /^(?:and|that)$|^و(?=.{3})/.test(word?.form ?? '') || RELATIVE.test(word?.form ?? '');
    if (telling > 1 && leaves) return step;
    if (word?.telling && ++telling === REACH) return step + 1;
  }
  return end;
}

function said(sentence: FactSentence, behind: readonly FactWord[], plain = true): Statement {
  return {
    kind: 'said',
    at: -1,
    plain,
    behind,
    before: [],
    closes: false,
    twice: undefined,
    sentence,
  };
}

function turnAt({ words, text }: FactSentence, at: number): Turn['kind'] | undefined {
  const { form = '', raw = '' } = words[at] ?? {};
  if (/^[وف]?ألا$/.test(raw)) return polarityOf('لا', words[at + 1]?.form ?? '');
  // nameWords parts didn't into didn and t.
  if (form === 't' && /n$/.test(words[at - 1]?.form ?? '')) return 'strong';
  const kind = polarityOf(form, words[at + 1]?.form ?? '');
  if (kind === 'strong' && raw === 'No' && /^no\.? \d/i.test(text)) return undefined;
  // «غير أن» is but.
  if (form === 'غير' && /^ان/.test(words[at + 1]?.form ?? '')) return undefined;
  // «القتل غير العمد»: of an adjective.
  if (form === 'غير' && /^ال/.test(words[at + 1]?.form ?? '')) return 'soft';
  // Ruled in courts, ruled out in talks.
  if (/^ruled?$/.test(form) && words[at + 1]?.form !== 'out') return undefined;
  return kind;
}
