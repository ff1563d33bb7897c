import { isGivenName } from '../../text/name-tables/given-names.ts';
import { isStopword } from '../../text/stopwords.ts';
import { clausesOf, DENYING_VERB, IS, RELATIVE } from './clauses.ts';
import type { FactSentence, FactWord } from './facts.ts';
import type { Turn, Twice } from './turns.ts';
import { turnAt, twiceIn } from './turns.ts';

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
  /** Only what a denial is said of: «the six detained» of «the six detained were not freed». */
  part?: boolean;
  /** The word by which what is said may be denied. */
  veil?: FactWord | undefined;
  /** It denies one verb at the end of its clause: «rationing could not be excluded». */
  closes: boolean;
  /** Another word of its clause denies as well, so that both may undo each other. */
  twice: Twice;
  sentence: FactSentence;
}

/** Telling words that a denial reaches at most. */
const REACH = 8;
const VERBAL = /^[وف]?(?:not|t|never|cannot|لم|لن|لا)$/;
/** Words that tell nothing of what is denied. */
const EMPTY = new Set(
  'again until before after since during because early late old just while say says said tell tells told yet ever now still given make made take took longer happen happened occur occurred قال قالت وقوع تسجيل حدوث وجود تسجل يسجل سجلت الان حاليا حتي يتم تم جري جرت اجراء قيام قام قامت اثناء خلال اثر جراء'.split(
    ' ',
  ),
);
const CAPITAL = /^\p{Lu}/u;
const DENIES = /^(?:den(?:y|ies|ied|ying)|[وف]?(?:[يت]?نف[يت]|انكرت?|[يت]نكر))$/;
/** What goes on with a verb of its own behind a denial is said outright. */
const VERB_ON = /^و[يت].{2,}|^(?:who|which|whose|where|that)$/;
/** «نفى الوزير ذلك»: so does this. */
const THAT = /^(?:ذلك|الامر|هذا|it|this|that)$/;
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

/** «…, an Alzheimer’s treatment, …» tells only what a thing is, «وفق الوزارة» only who says so. */
function isApposition(words: readonly FactWord[]): boolean {
  const [first] = words;
  return (
    first !== undefined &&
    (/^(?:[وف]?(?:ب?حسب|وفق|وفقا)|according)$/.test(first.form) || /^(?:an?|the)$/.test(first.form)) &&
    /[،,]/.test(first.gap) &&
    !words.some(({ form }) => IS.test(form) || /.{3}ed$/.test(form))
  );
}

function clause(sentence: FactSentence, places: readonly number[], rhetorical: number): Statement[] {
  const words = places.flatMap((at) => sentence.words[at] ?? []);
  const turns: Turn[] = [];
  for (const [step, at] of places.entries()) {
    const kind = turnAt(sentence, at);
    if (kind) turns.push({ at: step, kind: at < rhetorical ? 'soft' : kind });
  }
  const telling = (start: number, end: number) =>
    words.slice(start, end).filter((word, at) => tells(word, words[start + at - 1]));
  const first = turns[0];
  const before = telling(0, first?.at ?? words.length);
  if (!first) return before.length === 0 ? [] : [said(sentence, before, !isApposition(words))];
  const statements: Statement[] = [];
  // Where what no firm denial reaches begins.
  let free = 0;
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
    if (!soft) free = close;
    const closes = behind.length === 1 && VERBAL.test(words[turn.at]?.form ?? '');
    if (step === 0 && !closes && before.length > 1)
      statements.push({ ...said(sentence, before, false), part: !soft });
    statements.push({
      // «…, which the company denies»: of what, the clause does not tell.
      kind:
        soft ||
        ((behind.length === 0 || THAT.test(words.at(-1)?.form ?? '')) &&
          DENIES.test(words[turn.at]?.form ?? ''))
          ? 'open'
          : denied
            ? 'denied'
            : 'said',
      at: places[opening.at] ?? 0,
      plain: false,
      behind: behind.length > 0 ? behind : of.toReversed().slice(0, REACH),
      closes,
      before: of,
      twice: twiceIn(words, turns),
      sentence,
    });
    if (soft) {
      // «will not pay hackers who shut down its computers»: what a relative clause denies, it denies for itself.
      const relative = words.findLastIndex(
        ({ form }, at) =>
          at < opening.at && at > free && (RELATIVE.test(form) || (form === 'that' && at + 1 === opening.at)),
      );
      if (step === 0 && relative > 0) statements.push(said(sentence, telling(0, relative)));
      const from = relative > 0 ? relative : Math.min(free, opening.at);
      // «did not expect a closure»: what is denied itself is only what a denial is said of.
      const part = opening.at < free;
      statements.push({ ...said(sentence, telling(from, close), false), veil: words[turn.at], part });
    }
    // Further off a denial may still reach, or not.
    const rest = telling(close, end);
    const outright = soft || VERB_ON.test(words[close]?.form ?? '');
    if (rest.length > 0)
      statements.push({ ...said(sentence, rest, outright), kind: outright ? 'said' : 'open' });
  }
  return statements;
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
  // «none of the 61 surveyed had grown»: what none did stands last.
  if (/^(?:none|neither|nobody)$/.test(form)) {
    const verb = words.findIndex((word, step) => step > at && IS.test(word.form));
    const done = behind.filter((word) => verb > 0 && words.indexOf(word) > verb);
    if (done.length > 0) return [...done, ...behind.filter((word) => !done.includes(word))];
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
  // «إن» is written as Anne is.
  if (isStopword(form)) return false;
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
