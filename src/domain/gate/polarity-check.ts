import { unitOf } from '../../text/units.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import { keysOf } from './facts.ts';
import type { Fault } from './fault.ts';
import type { Source, Sources } from './sources.ts';
import { holds, keySet, rarityOf, readSources, told } from './sources.ts';
import type { Statement } from './statements.ts';
import { statementsOf } from './statements.ts';

/**
 * What a shared word weighs by its place in the statement of the summary: the first behind the word that denies, the next two, the rest,
 * what stands before it. Beside its own place in the source (reached by the denial, or not). Fitted on the pairs of the test fixtures.
 */
const PLACES = [
  { reached: 2.4, beside: 0.9 },
  { reached: 2, beside: 0.6 },
  { reached: 2, beside: 0.6 },
] as const;
const FURTHER = { reached: 1, beside: 0.2 };
const BEFORE = 0.4;
const MOST_BEFORE = 4;
/** What may be a denial counts less than one. */
const OPEN = 0.7;
/** Balance of what speaks for a denial (1) and against it (-1), from which on it is borne out, and from which on nothing else is. */
const BORNE_OUT = -0.25;
const OVERTURNED = 0.25;
const FIRST = /^[يت]سبق |(?:^| )(?:من قبل|قط)(?: |$)| before$/;
/** Words of a denial that a summary must have before it counts as telling the same. */
const SAME_MATTER = 2;
/** Words from the first to the last of them in the summary. */
const SPAN = 3;
/** Words behind a denial of which one is what it denies. */
const FOCUS = 3;

/** Of the first words that a denial of the sources reaches: the share, by rarity, that makes it told, and the least rarity. */
const MOST_DENIED = 6;
const TOLD = 0.4;
const LEAST_TOLD = 2.5;
/** The share of those that frees them where another statement has it. */
const ELSEWHERE = 0.5;
/** Verbs of saying behind a word that denies; normalised. */
const SAYING =
  /^(?:[يتن](?:قل|قول|وضح|ؤكد|وكد|كد|علن|صرح|ذكر|ضف|ضيف|شدد|تهم|حذر|عترف|شر|شير)|said|say|says|announced?|confirmed|warned|stressed)$/;

/** The first statement of a summary that is turned round: denied where its sources affirm, or affirmed where they deny. */
export function polarityFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  const sources = readSources(facts);
  for (const sentence of summary) {
    for (const statement of statementsOf(sentence)) {
      if (isTurned(statement, sources)) return fault(statement);
    }
  }
  return undefined;
}

function isTurned(statement: Statement, sources: Sources): boolean {
  if (statement.at >= 0 && statement.twice && !isTwiceDenied(statement, sources)) return true;
  if (isFirst(statement) && sources.all.some((source) => isFirst(source.statement))) return false;
  if (statement.kind === 'denied')
    return isMisjoined(statement) || isUnsaid(statement, sources) || balance(statement, sources) < BORNE_OUT;
  if (statement.kind === 'open') return false;
  // Two denials that cancel out.
  if (statement.at >= 0) return balance(statement, sources) > OVERTURNED;
  return statement.plain && (isDenialTold(statement, sources) || isDenialLost(statement, sources.all));
}

/** What had never been before has now come to pass: «لم تنلها شاعرة من قبل». */
function isFirst({ kind, sentence, at }: Statement): boolean {
  if (kind !== 'denied') return false;
  const words = sentence.words.slice(at + 1);
  const end = words.findIndex(({ gap }) => /[،,;؛.]/.test(gap));
  return FIRST.test(
    words
      .slice(0, end < 0 ? words.length : end)
      .map(({ form }) => form)
      .join(' '),
  );
}

/** «لم أعلن» may be a slip for «لم يعلن», but «لم رفع» is a denial set before what was said. */
function isMisjoined({ sentence, at }: Statement): boolean {
  const verb = sentence.words[at + 1];
  return (
    /^[وف]?(?:لم|لن)$/.test(sentence.words[at]?.form ?? '') &&
    verb !== undefined &&
    !/^[يتناء]/.test(verb.form)
  );
}

/** Whether the sources have a clause of the same matter in which two words deny, too: where a second comes in, the first is undone. */
function isTwiceDenied(own: Statement, sources: Sources): boolean {
  const { behind, before, twice } = own;
  const { all } = sources;
  // «did not dispute» is said of what was not objected to.
  if (twice === 'perhaps' && balance(own, sources, 0) > 0) return true;
  const words = [...behind, ...before];
  return all.some(({ statement, all: keys }) => statement.twice && words.some((word) => holds(keys, word)));
}

/** Whether somebody is told not to have said a thing, which is news only where the sources have it so. */
function isUnsaid({ sentence, at }: Statement, { all }: Sources): boolean {
  const verb = sentence.words[at + 1];
  if (!verb || !SAYING.test(verb.form)) return false;
  return !all.some(({ statement }) => {
    const next = statement.kind === 'denied' ? statement.sentence.words[statement.at + 1] : undefined;
    return next !== undefined && (SAYING.test(next.form) || isAlike(next, verb));
  });
}

/** How much more like what the sources deny than like what they say a statement is: from 1 to -1, and 0 where it is like nothing. */
function balance(own: Statement, { all, places }: Sources, open = OPEN): number {
  const behind = told(own);
  const scores = new Float64Array(all.length);
  const reached = new Uint8Array(all.length);
  const add = (word: FactWord, weights: { reached: number; beside: number }, core: boolean) => {
    const where = new Set(keysOf(word).flatMap((key) => places.get(key) ?? []));
    const rarity = Math.log(1 + all.length / Math.max(1, where.size));
    for (const at of where) {
      const inReach = holds(all[at]?.behind ?? new Set(), word);
      scores[at] = (scores[at] ?? 0) + rarity * (inReach ? weights.reached : weights.beside);
      if (core) reached[at] = 1;
    }
  };
  for (const [at, word] of behind.entries()) add(word, PLACES[at] ?? FURTHER, true);
  for (const word of own.closes ? [] : own.before.slice(-MOST_BEFORE))
    add(word, { reached: BEFORE, beside: BEFORE }, false);
  let [denied, said] = [0, 0];
  for (const [at, { statement }] of all.entries()) {
    const score = reached[at] === 1 ? (scores[at] ?? 0) : 0;
    if (statement.kind === 'said') said = Math.max(said, score);
    else denied = Math.max(denied, statement.kind === 'open' ? open * score : score);
  }
  return (denied - said) / (denied + said + 1);
}

/** Whether nearly all that a denial of the sources denies is told outright, and no other statement of theirs has as much of it. */
function isDenialTold({ behind }: Statement, sources: Sources): boolean {
  const { all } = sources;
  const own = keySet(behind);
  const weight = (words: readonly FactWord[]) =>
    words.reduce((sum, word) => sum + rarityOf(word, sources), 0);
  return all.some(({ statement }) => {
    if (statement.kind !== 'denied' || !statement.behind.some((word) => holds(own, word))) return false;
    if (isFirst(statement)) return false;
    const denied = statement.behind.slice(0, MOST_DENIED).filter(isMatter);
    const shared = denied.filter((word) => holds(own, word));
    const enough = weight(shared);
    if (shared.length < Math.min(SAME_MATTER, denied.length) && shared[0] !== denied[0]) return false;
    if (enough < LEAST_TOLD || enough < TOLD * weight(denied)) return false;
    return !all.some(
      (other) =>
        other.statement.kind !== 'denied' &&
        weight(shared.filter((word) => holds(other.all, word))) >= ELSEWHERE * enough,
    );
  });
}

/** Times are in any statement. */
function isMatter({ form, name }: FactWord): boolean {
  return unitOf(form) === undefined && !name?.startsWith('month:');
}

/** Whether the summary says outright what the sources deny and nowhere say. */
function isDenialLost({ behind, sentence, plain }: Statement, sources: readonly Source[]): boolean {
  for (const source of sources) {
    if (source.statement.kind !== 'denied' || isFirst(source.statement)) continue;
    const found = behind.flatMap((word, at) => (holds(source.behind, word) ? [at] : []));
    const last = found.at(-1);
    // A word like stop denies by itself, unless it is what the sources deny.
    const matched = source.statement.behind.filter((each) => behind.some((word) => isAlike(each, word)));
    const told = matched[0] === source.statement.behind[0] || matched.length > SAME_MATTER;
    if (last === undefined || !told || (!plain && last !== behind.length - 1)) continue;
    const words = found.flatMap((at) => behind[at] ?? []);
    const close =
      found.length < SAME_MATTER ||
      found.some((at, step) => at - (found[step - 1] ?? Number.NEGATIVE_INFINITY) <= SPAN);
    const enough = Math.min(SAME_MATTER, source.statement.behind.length);
    if (close && found.length >= enough && keptOf(words, sources) < found.length) return true;
    const focus = words.filter((word) =>
      source.statement.behind.slice(0, FOCUS).some((each) => isAlike(each, word)),
    );
    if (focus.length === 0 || keptOf(focus.slice(0, 1), sources) > 0) continue;
    const whole = keySet(source.statement.sentence.words.filter((word) => word.telling));
    const shared = sentence.words.filter(
      (word) => word.telling && !words.includes(word) && holds(whole, word),
    );
    const first = source.statement.behind[0];
    if (shared.length >= (first && focus.some((word) => isAlike(first, word)) ? 1 : SAME_MATTER)) return true;
  }
  return false;
}

/** How many of some words one statement of the sources holds that denies nothing. */
function keptOf(words: readonly FactWord[], sources: readonly Source[]): number {
  let most = 0;
  for (const { statement, all } of sources) {
    if (statement.kind !== 'denied') most = Math.max(most, words.filter((word) => holds(all, word)).length);
  }
  return most;
}

function isAlike(one: FactWord, other: FactWord): boolean {
  const keys = keysOf(other);
  return keysOf(one).some((key) => keys.includes(key));
}

function fault({ sentence, at, behind }: Statement): Fault {
  const words = at < 0 ? behind : sentence.words.slice(at);
  return {
    check: 'polarity',
    what: words
      .slice(0, 3)
      .map(({ raw }) => raw)
      .join(' '),
  };
}
