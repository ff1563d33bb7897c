import type { FactSentence, Facts, FactWord } from './facts.ts';
import { keysOf } from './facts.ts';
import type { Fault } from './fault.ts';
import type { Statement } from './statements.ts';
import { statementsOf } from './statements.ts';

/** What words weigh when a statement is looked for: what is denied first, what it is denied of little. */
const WEIGHTS = [2.5, 2.5, 1.5];
const LEAST = 0.5;
/** What all of them together weigh at most that stand further off. */
const MOST_FAR = 1;
/** A denial may be so much less like one of the sources than like what they say outright: another wording tells them apart badly. */
const NEARLY = 0.85;
const BEFORE = 0.5;
const MOST_BEFORE = 3;
/** Sentences that share so much of what the likest shares may be meant. */
const NEAREST = 0.65;
/** Statements that may hold a word before it tells less which one is meant. */
const OFTEN = 1.5;
/** Words of a denial that a summary must have before it counts as telling the same. */
const SAME_MATTER = 2;
/** Words from the first to the last of them in the summary. */
const SPAN = 3;
/** Words behind a denial of which one is what it denies. */
const FOCUS = 3;

/** The first statement of a summary that is turned round: denied where its sources affirm, or affirmed where they deny. */
export function polarityFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  const own = readSources(facts);
  for (const sentence of summary) {
    for (const statement of statementsOf(sentence)) {
      const wrong =
        statement.kind === 'denied'
          ? isMisjoined(statement) || !isDenied(statement, own)
          : statement.kind === 'said' && statement.plain && isDenialLost(statement, own);
      if (wrong) return fault(statement);
    }
  }
  return undefined;
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

interface Source {
  statement: Statement;
  /** Keys of the words behind the denial, and of all words; see keysOf. */
  behind: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

const readings = new WeakMap<Facts, readonly Source[]>();

function readSources(facts: Facts): readonly Source[] {
  let known = readings.get(facts);
  if (!known) {
    known = facts.sentences.flatMap(statementsOf).map((statement) => {
      const behind = keySet(statement.behind);
      return { statement, behind, all: new Set([...behind, ...keySet(statement.before)]) };
    });
    readings.set(facts, known);
  }
  return known;
}

function keySet(words: readonly FactWord[]): Set<string> {
  return new Set(words.flatMap(keysOf));
}

/** Whether a denial of the summary stands nearer to one of the sources than to what they say outright. */
function isDenied(statement: Statement, sources: readonly Source[]): boolean {
  let [denied, said] = [0, 0];
  const words = weighed(statement, sources);
  for (const source of sources) {
    const near = likeness(words, source);
    if (source.statement.kind === 'said') said = Math.max(said, near);
    else denied = Math.max(denied, near);
  }
  return denied > 0 || said > 0 ? denied >= NEARLY * said : isDeniedNear(statement, sources);
}

/** Whether the source sentences that share most with that of a statement deny anything. */
function isDeniedNear({ sentence }: Statement, sources: readonly Source[]): boolean {
  const words = sentence.words.filter(({ telling, script }) => telling || script === 'number');
  const shared = new Map<FactSentence, number>();
  for (const { statement, all } of sources) {
    const count = words.filter((word) => holds(all, word)).length;
    shared.set(statement.sentence, (shared.get(statement.sentence) ?? 0) + count);
  }
  const least = NEAREST * Math.max(...shared.values());
  return sources.some(
    ({ statement }) => statement.kind !== 'said' && (shared.get(statement.sentence) ?? 0) >= least,
  );
}

interface Weighed {
  word: FactWord;
  weight: number;
  /** It stands further off, or before the denial. */
  far: boolean;
}

/** Words of a denial with what they weigh: less where they stand in many statements, as names do. */
function weighed({ behind, before, verb }: Statement, sources: readonly Source[]): Weighed[] {
  const share = (word: FactWord) =>
    Math.min(1, OFTEN / Math.max(1, sources.filter(({ all }) => holds(all, word)).length));
  return [
    ...behind.map((word, at) => ({
      word,
      weight: (verb ? 1 : (WEIGHTS[at] ?? LEAST)) * share(word),
      far: !verb && at >= WEIGHTS.length,
    })),
    ...before.slice(-MOST_BEFORE).map((word) => ({ word, weight: BEFORE * share(word), far: true })),
  ];
}

function likeness(words: readonly Weighed[], { statement, behind, all }: Source): number {
  const said = statement.kind === 'said';
  let [core, rest] = [0, 0];
  for (const { word, weight, far } of words) {
    if (!far) core += holds(behind, word) ? weight : !said && holds(all, word) ? weight * BEFORE : 0;
    else if (holds(all, word)) rest += said ? weight * BEFORE : weight;
  }
  return core === 0 ? 0 : core + Math.min(rest, MOST_FAR);
}

function holds(keys: ReadonlySet<string>, word: FactWord): boolean {
  return keysOf(word).some((key) => keys.has(key));
}

/** Whether the summary says outright what the sources deny and nowhere say. */
function isDenialLost({ behind, sentence, plain }: Statement, sources: readonly Source[]): boolean {
  for (const source of sources) {
    if (source.statement.kind !== 'denied') continue;
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
