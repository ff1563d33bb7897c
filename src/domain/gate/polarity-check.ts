import type { FactSentence, Facts, FactWord } from './facts.ts';
import type { Fault } from './fault.ts';
import type { LostDenials } from './lost-denials.ts';
import { isFirst, lostDenials, saysWhatIsDenied } from './lost-denials.ts';
import type { Sources } from './sources.ts';
import { holds, readSources, told } from './sources.ts';
import type { Statement } from './statements.ts';
import { statementsOf } from './statements.ts';
import { isAlike, keysOf } from './word-keys.ts';

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
/** Words that two denials by one verb have in common where they are the same. */
const SAME_MATTER = 2;
/** Words behind a denial of which one is what it denies. */
const FOCUS = 3;
/** Verbs of saying behind a word that denies; normalised. */
const SAYING =
  /^(?:[يتن](?:قل|قول|وضح|ؤكد|وكد|كد|علن|صرح|ذكر|ضف|ضيف|شدد|تهم|حذر|عترف|شر|شير)|said|say|says|announced?|claimed?|confirmed|warned|stressed)$/;

/** The first statement of a summary that is turned round: denied where its sources affirm, or affirmed where they deny. */
export function polarityFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  const sources = readSources(facts);
  const statements = summary.flatMap(statementsOf);
  const lost = lostDenials(statements, sources);
  for (const statement of statements) {
    if (isTurned(statement, sources, lost)) return fault(statement);
  }
  return undefined;
}

function isTurned(statement: Statement, sources: Sources, lost: LostDenials): boolean {
  if (statement.at >= 0 && statement.twice && !isTwiceDenied(statement, sources)) return true;
  if (isFirst(statement) && sources.all.some((source) => isFirst(source.statement))) return false;
  if (statement.kind === 'open') return false;
  if (statement.kind === 'said') {
    // Two denials that cancel out; where the sources have two as well, that is what they say.
    if (statement.at >= 0) return !statement.twice && balance(statement, sources) > OVERTURNED;
    return saysWhatIsDenied(statement, sources, lost);
  }
  if (isDeniedAlike(statement, sources)) return false;
  return isMisjoined(statement) || isUnsaid(statement, sources) || balance(statement, sources) < BORNE_OUT;
}

/** Whether the sources deny by the same verb or deny what nowhere in them is said. */
function isDeniedAlike(own: Statement, { all }: Sources): boolean {
  const by = own.sentence.words[own.at];
  const [focus] = told(own);
  if (
    focus &&
    all.some(({ statement, behind }) => statement.kind === 'denied' && holds(behind, focus)) &&
    !all.some(({ statement, all: keys }) => statement.kind !== 'denied' && holds(keys, focus))
  )
    return true;
  if (!by?.telling) return false;
  return all.some(({ statement, all: keys }) => {
    const other = statement.kind === 'denied' ? statement.sentence.words[statement.at] : undefined;
    return (
      other?.telling &&
      isAlike(by, other) &&
      [...own.behind, ...own.before].filter((word) => holds(keys, word)).length >= SAME_MATTER
    );
  });
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
  const verb = saidVerb(sentence, at);
  if (!verb || !SAYING.test(verb.form)) return false;
  return !all.some(({ statement }) => {
    if (statement.kind !== 'denied') return false;
    const next = saidVerb(statement.sentence, statement.at);
    return [next, ...statement.behind.slice(0, FOCUS)].some(
      (word) => word && (SAYING.test(word.form) || isAlike(word, verb)),
    );
  });
}

/** The verb behind a word that denies: «would not say», «declined to say». */
function saidVerb({ words }: FactSentence, at: number): FactWord | undefined {
  return words[at + 1]?.form === 'to' ? words[at + 2] : words[at + 1];
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
