import { isGivenName } from '../../text/name-tables/given-names.ts';
import { polarityOf } from '../../text/negation.ts';
import type { FactSentence, FactWord } from './facts.ts';

/** A stretch of a sentence that says something, or denies it. */
export interface Statement {
  /** How it is said: outright; denied; or so that it may be either. */
  kind: 'said' | 'denied' | 'open';
  /** Said by itself, not in front of a denial or by a word like stop. */
  plain: boolean;
  /** Index of the word that denies, in its sentence. */
  at: number;
  /** An Arabic verb denies, behind which stands who denies, and only then what. */
  verb: boolean;
  /** Telling words behind the word that denies, the nearest first; of what is said outright, all. */
  behind: readonly FactWord[];
  /** Telling words of the clause before it: what it is said of. */
  before: readonly FactWord[];
  sentence: FactSentence;
}

/** Telling words that a denial reaches at most. */
const REACH = 8;
/** A clause ends here, and with it what a negation denies. */
const CLAUSE = /[،,;؛:()–—]/;
const CONNECTS = new Set(
  'but while although though whereas لكن لكنه لكنها لكنهم فيما بينما غير حين'.split(' '),
);
/** What begins a new statement behind «and». */
const LEADS_ON =
  /^(?:will|would|has|have|had|is|are|was|were|does|did|can|could|may|might|should|must|that|he|she|it|they)$|^و(?:ان(?:ه|ها|هم)?|انه|لكن|قد|كان|كانت|س[يتن].{2,})$/;
const RELATIVE = /^(?:الذي|التي|الذين|who|which|whose|where)$/;
const VERB = /^[وف]?(?:[يت]?نف[يت]|نفوا|[يت]?نكر|انكرت?|[يت]?رفضت?|[اي]?متنعت?|[يت]?فشلت?|[اي]?ستبعدت?)$/;
/** Words that tell nothing of what is denied. */
const EMPTY = new Set(
  'again until before after since during because early late old just while expect expected expects say says said tell tells told يتوقع تتوقع توقع توقعت وتوقعت قال قالت'.split(
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
  const { words } = sentence;
  // «لا يحمل خضارًا بل كتبًا»: what is denied only makes room for what is said.
  const rhetorical = words.findLastIndex(({ form }) => RATHER.has(form));
  const segments: number[][] = [[]];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const ends =
      word?.stretch !== words[at - 1]?.stretch ||
      CLAUSE.test(word?.gap ?? '') ||
      isStop(words, at) ||
      isConnective(words, at);
    if (ends && at > 0) segments.push([]);
    segments.at(-1)?.push(at);
  }
  return joined(segments, words).flatMap((places) => clause(sentence, places, rhetorical));
}

/** «ولا تسمح حرارته، التي تبلغ كذا، بوجود ماء»: what a relative clause parts belongs together. */
function joined(segments: readonly number[][], words: readonly FactWord[]): number[][] {
  const clauses: number[][] = [];
  for (let at = 0; at < segments.length; at++) {
    const [segment = [], next = [], third = []] = segments.slice(at, at + 3);
    const word = words[next[0] ?? -1];
    const parted = word && RELATIVE.test(word.form) && /[,،]/.test(words[third[0] ?? -1]?.gap ?? '');
    if (!parted || word.stretch !== words[third[0] ?? -1]?.stretch) clauses.push(segment);
    else {
      clauses.push([...segment, ...third], next);
      at += 2;
    }
  }
  return clauses;
}

/** «له. وأكد»: short words at an end are no abbreviations in Arabic. */
function isStop(words: readonly FactWord[], at: number): boolean {
  return words[at - 1]?.script === 'arabic' && /^\.\s/.test(words[at]?.gap ?? '');
}

function isConnective(words: readonly FactWord[], at: number): boolean {
  const form = words[at]?.form ?? '';
  const next = words[at + 1]?.form ?? '';
  // «and would not move», «ولم يصل»: something else is said from here on.
  if (form === 'and') return LEADS_ON.test(next) || polarityOf(next, words[at + 2]?.form ?? '') !== undefined;
  if (/^و.{2,}/.test(form) && (LEADS_ON.test(form) || polarityOf(form.slice(1), next) !== undefined))
    return true;
  // «غير أن» is but; «غير كاف» is not.
  if (form === 'غير') return /^ان/.test(words[at + 1]?.form ?? '');
  return CONNECTS.has(form);
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
  const statements: Statement[] = before.length > 1 ? [said(sentence, before, false)] : [];
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
    const behind = telling(turn.at + 1, close);
    const of = telling(0, opening.at);
    const soft = turn.kind === 'soft';
    statements.push({
      kind: soft ? 'open' : denied ? 'denied' : 'said',
      at: places[opening.at] ?? 0,
      plain: false,
      verb: VERB.test(words[opening.at]?.form ?? ''),
      // A verdict at the end of its clause is said of what stands before it.
      behind: behind.length > 0 ? behind : of.toReversed().slice(0, REACH),
      before: of,
      sentence,
    });
    if (soft) statements.push(said(sentence, telling(0, close), false));
    // Further off a denial may still reach, or not.
    const rest = telling(close, end);
    if (rest.length > 0) statements.push({ ...said(sentence, rest, false), kind: soft ? 'said' : 'open' });
  }
  return statements;
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
    if (telling > 1 && (word?.form === 'and' || /^و(?=.{3})/.test(word?.form ?? ''))) return step;
    if (word?.telling && ++telling === REACH) return step + 1;
  }
  return end;
}

function said(sentence: FactSentence, behind: readonly FactWord[], plain = true): Statement {
  return { kind: 'said', at: -1, plain, verb: false, behind, before: [], sentence };
}

function turnAt({ words, text }: FactSentence, at: number): Turn['kind'] | undefined {
  const { form = '', raw = '' } = words[at] ?? {};
  if (/^[وف]?ألا$/.test(raw)) return 'strong';
  // nameWords parts didn't into didn and t.
  if (form === 't' && /n$/.test(words[at - 1]?.form ?? '')) return 'strong';
  const kind = polarityOf(form, words[at + 1]?.form ?? '');
  if (kind === 'strong' && raw === 'No' && /^no\.? \d/i.test(text)) return undefined;
  // «غير أن» is but.
  if (form === 'غير' && /^ان/.test(words[at + 1]?.form ?? '')) return undefined;
  // Ruled in courts, ruled out in talks.
  if (/^ruled?$/.test(form) && words[at + 1]?.form !== 'out') return undefined;
  return kind;
}
