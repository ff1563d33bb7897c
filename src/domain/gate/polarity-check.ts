import { isGivenName } from '../../text/name-tables/given-names.ts';
import type { Polarity } from '../../text/negation.ts';
import { deniesNouns, polarityOf } from '../../text/negation.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import { isKin, shared } from './facts.ts';
import type { Fault } from './fault.ts';

/** Words on either side of a negation in which it says what it denies. */
const REACH = 5;
/** What a negation denies is looked for among so many telling words behind it. */
const FOCUS = 2;
/** Source sentences that a sentence of the summary is held against, and how much less like it than the likest they may be. */
const HELD_AGAINST = 3;
const NEARLY = 0.6;
const RATHER = new Set(['بل', 'وانما', 'انما']);
/** Words that a sentence shares with one of the sources before the one counts as telling the other. */
const SAME_MATTER = 3;
/** A clause ends here, and with it what a negation denies. */
const CLAUSE = /[،,;؛:()–—]/;
/** «رفض أن يأخذ أجرًا»: lost as a denial is. */
const REFUSED = /^[وف]?(?:رفضت?|امتنعت?|يرفض|ترفض|refused|refuses|declined)$/;
const QUOTE_MARKS = /[«»“”"]/;

/** The first statement of a summary that is turned round: denied where its sources affirm, or affirmed where they deny. */
export function polarityFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  const sources = facts.sentences.map((sentence) => ({ sentence, turns: turnsOf(sentence) }));
  for (const sentence of summary) {
    const turns = turnsOf(sentence);
    const near = nearest(sentence, sources);
    for (const turn of turns) {
      if (turn.kind === 'strong' && !isDenied(turn, sentence, sources, near)) return fault(sentence, turn.at);
    }
    const dropped = droppedDenial(sentence, turns, sources);
    if (dropped) return dropped;
  }
  return undefined;
}

interface Turn {
  at: number;
  kind: Exclude<Polarity, undefined>;
  /** Said inside a quotation. */
  quoted: boolean;
}

interface Source {
  sentence: FactSentence;
  turns: readonly Turn[];
}

function turnsOf({ words, text }: FactSentence): Turn[] {
  // «لا يحمل خضارًا بل كتبًا»: what is denied only makes room for what is said.
  const rhetorical = words.findLastIndex(({ form }) => RATHER.has(form));
  const turns: Turn[] = [];
  let quoted = false;
  for (const [at, { form, raw, gap }] of words.entries()) {
    if (QUOTE_MARKS.test(gap)) quoted = /[«“]/.test(gap) || (gap.includes('"') && !quoted);
    if (at < rhetorical) continue;
    // nameWords parts didn't into didn and t.
    const parted = form === 't' && /n$/.test(words[at - 1]?.form ?? '');
    const kind = parted ? 'strong' : polarityOf(form, words[at + 1]?.form ?? '');
    if (kind === 'strong' && raw === 'No' && /^no\.? \d/i.test(text)) continue;
    if (kind) turns.push({ at, kind, quoted });
  }
  return turns;
}

/** Source sentences that speak of the same, the nearest first; across scripts those with names or numbers in common. */
function nearest(sentence: FactSentence, sources: readonly Source[]): Source[] {
  const ranked = sources
    .map((source) => ({ source, near: likeness(sentence, source.sentence) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near);
  const least = NEARLY * (ranked[0]?.near ?? 0);
  return ranked
    .filter(({ near }) => near >= least)
    .slice(0, HELD_AGAINST)
    .map(({ source }) => source);
}

function likeness(one: FactSentence, other: FactSentence): number {
  let near = 0;
  if (one.script === other.script) near = shared(one, other);
  else for (const bone of one.bones) if (other.bones.has(bone)) near++;
  for (const { id } of one.names) if (other.names.some((name) => name.id === id)) near += 2;
  for (const { value, digits } of one.numbers) {
    if ((digits || value > 2) && other.numbers.some((number) => number.value === value)) near += 2;
  }
  return near;
}

/**
 * Whether the sources deny it too: near the word that is denied here; where they put that in another word, near what it is said
 * of, in a sentence that speaks of the same.
 */
function isDenied(
  turn: Turn,
  sentence: FactSentence,
  sources: readonly Source[],
  near: readonly Source[],
): boolean {
  const own = sources.filter(({ sentence: { script } }) => script === sentence.script);
  if (own.length === 0) {
    const nouns = deniesNouns(sentence.words[turn.at]?.form ?? '');
    // Numbers tell the very sentence; a name alone may stand in the one beside.
    const told = sentence.numbers.length > 0 ? near : withNeighbours(near, sources);
    return (near.length > 0 ? told : sources).some(({ sentence: { words }, turns }) =>
      turns.some(({ at, quoted }) => {
        const ofNoun = deniesNouns(words[at]?.form ?? '') && words[at + 1]?.form !== 'ان';
        return !quoted && (nouns || !ofNoun);
      }),
    );
  }
  const [verb, ...rest] = focusOf(sentence.words, turn.at);
  if (verb) {
    const told = placesOf(verb, own);
    if (told.some(({ turned }) => turned)) return true;
    // «No houses were destroyed»: the verb stands further off.
    if (told.length > 0 && sentence.words[turn.at]?.form !== 'no') return false;
  }
  const like = near.filter(({ sentence: { script } }) => script === sentence.script);
  return rest.some((word) => !isGivenName(word.form) && placesOf(word, like).some(({ turned }) => turned));
}

/** Sentences with those before and behind them: another language divides its sentences otherwise. */
function withNeighbours(some: readonly Source[], all: readonly Source[]): Source[] {
  return all.filter((_, at) =>
    [at - 1, at, at + 1].some((near) => some.some((source) => source === all[near])),
  );
}

/** Where the sources have a word, and whether they turn it there. */
function placesOf(word: FactWord, sources: readonly Source[]): { turned: boolean; stem: string }[] {
  return sources.flatMap(({ sentence: { words }, turns }) =>
    words.flatMap((other, at) =>
      isKin(word, other) ? [{ turned: turns.some((turn) => denies(turn, at, words)), stem: other.stem }] : [],
    ),
  );
}

/** Whether a word stands behind a negation in the same clause. */
function denies(turn: Turn, at: number, words: readonly FactWord[]): boolean {
  // «المغارة مغلقة»: what says no by itself stands on either side.
  if (turn.kind === 'weak') return Math.abs(at - turn.at) <= REACH;
  if (at <= turn.at || at - turn.at > REACH) return false;
  for (let step = turn.at + 1; step <= at; step++) if (CLAUSE.test(words[step]?.gap ?? '')) return false;
  return true;
}

/** A denial of the sources whose verb the summary has without it, in a sentence that speaks of the same. */
function droppedDenial(
  sentence: FactSentence,
  turns: readonly Turn[],
  sources: readonly Source[],
): Fault | undefined {
  const telling = sentence.words.filter((word) => word.telling).length;
  for (const { sentence: source, turns: denials } of sources) {
    if (source.script !== sentence.script || denials.length === 0) continue;
    if (sharedWords(sentence, source) < Math.min(SAME_MATTER, telling - 1)) continue;
    for (const turn of denials) {
      if (turn.kind !== 'strong' && !REFUSED.test(source.words[turn.at]?.form ?? '')) continue;
      const [denied] = focusOf(source.words, turn.at);
      if (!denied) continue;
      const at = sentence.words.findIndex((word) => isKin(denied, word));
      const said = sentence.words[at];
      if (said && !isAffirmed(said, sources) && !turns.some((own) => Math.abs(own.at - at) <= REACH + 1))
        return fault(sentence, at);
    }
  }
  return undefined;
}

function sharedWords(one: FactSentence, other: FactSentence): number {
  return one.words.filter((word) => word.telling && other.words.some((each) => isKin(word, each))).length;
}

/** Whether some source says a word, in this very stem, without denying it. */
function isAffirmed(word: FactWord, sources: readonly Source[]): boolean {
  return placesOf(word, sources).some(({ turned, stem }) => !turned && stem === word.stem);
}

/** The telling words behind a negation. */
function focusOf(words: readonly FactWord[], at: number): FactWord[] {
  const behind: FactWord[] = [];
  for (let step = at + 1; step <= at + REACH && behind.length < FOCUS; step++) {
    const word = words[step];
    if (word?.telling) behind.push(word);
  }
  return behind;
}

function fault({ words }: FactSentence, at: number): Fault {
  return {
    check: 'polarity',
    what: words
      .slice(at, at + 3)
      .map(({ raw }) => raw)
      .join(' '),
  };
}
