import { unitOf } from '../../text/units.ts';
import type { FactWord } from './facts.ts';
import type { Source, Sources } from './sources.ts';
import { holds, keySet, rarityOf, told } from './sources.ts';
import type { Statement } from './statements.ts';
import { isAlike, isOneWord, keysOf } from './word-keys.ts';

/** Words of a denial that a summary must have before it counts as telling the same. */
const SAME_MATTER = 2;
/** Words from the first to the last of them in the summary. */
const SPAN = 3;
/** Words behind a denial of which one is what it denies. */
const FOCUS = 3;
/** Of the first words that a denial of the sources reaches: the share, by rarity, that makes it told. */
const MOST_DENIED = 6;
const TOLD = 0.4;
/** The share of those that a denial of the summary has where it tells the same. */
const KEPT = 0.5;
/** The share of those that frees them where another statement has it. */
const ELSEWHERE = 0.5;
const FIRST = /^[يت]سبق |(?:^| )(?:من قبل|قط)(?: |$)| before$/;

/** Denials of the sources that are none in a summary: those that something in it may have taken away. */
export interface LostDenials {
  /** By whatever denies, surely or not. */
  all: readonly Source[];
  /** By what surely denies. */
  sure: readonly Source[];
}

/** What of the sources' denials some statements of a summary do not tell as such. */
export function lostDenials(statements: readonly Statement[], sources: Sources): LostDenials {
  const denied = sources.all.filter(({ statement }) => statement.kind === 'denied' && !isFirst(statement));
  const without = (kinds: ReadonlySet<Statement['kind']>) => {
    const denials = statements.filter(({ kind }) => kinds.has(kind)).map((each) => keySet(told(each)));
    return denied.filter((source) => !isKept(source, sources, denials));
  };
  return { all: without(new Set(['denied', 'open'])), sure: without(new Set(['denied'])) };
}

function isKept({ statement }: Source, sources: Sources, denials: readonly ReadonlySet<string>[]): boolean {
  const denied = statement.behind.slice(0, MOST_DENIED);
  const least = KEPT * weightOf(denied, sources);
  return denials.some(
    (keys) =>
      weightOf(
        denied.filter((word) => holds(keys, word)),
        sources,
      ) >= least,
  );
}

/** Whether a statement of a summary says outright what the sources deny. */
export function saysWhatIsDenied(statement: Statement, sources: Sources, lost: LostDenials): boolean {
  const { plain, veil } = statement;
  if (plain)
    return isDenialTold(statement, sources, lost.all) || isDenialLost(statement, sources.all, lost.all);
  if (!veil) return false;
  // A word like stop denies by itself, unless it is what the sources deny.
  const denied = lost.sure.filter((source) => source.statement.behind.some((word) => isOneWord(word, veil)));
  return isDenialTold(statement, sources, denied) || isDenialLost(statement, sources.all, denied);
}

/** What had never been before has now come to pass: «لم تنلها شاعرة من قبل». */
export function isFirst({ kind, sentence, at }: Statement): boolean {
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

/** Whether nearly all that a denial of the sources denies is told outright, and no other statement of theirs has as much of it. */
function isDenialTold({ behind }: Statement, sources: Sources, lost: readonly Source[]): boolean {
  const { all } = sources;
  const own = keySet(behind);
  const weight = (words: readonly FactWord[]) => weightOf(words, sources);
  return lost.some((source) => {
    const { statement } = source;
    if (!statement.behind.some((word) => holds(own, word))) return false;
    const denied = statement.behind.slice(0, MOST_DENIED).filter(isMatter);
    const shared = denied.filter((word) => holds(own, word));
    const enough = weight(shared);
    if (shared.length < Math.min(SAME_MATTER, denied.length) && shared[0] !== denied[0]) {
      const subject = statement.before.some(
        (word) => holds(own, word) && !shared.some((o) => isAlike(o, word)),
      );
      const whole = behind.every((word) => holds(source.all, word));
      if (!subject && !whole) return false;
    }
    if (enough < TOLD * weight(denied)) return false;
    return !all.some(
      (other) =>
        other.statement.kind !== 'denied' &&
        !other.statement.part &&
        weight(
          shared.filter((word) =>
            holdsItself(other.statement.kind === 'said' ? other.all : other.behind, word, own),
          ),
        ) >=
          ELSEWHERE * enough,
    );
  });
}

/** Times are in any statement. */
function isMatter({ form, name }: FactWord): boolean {
  return unitOf(form) === undefined && !name?.startsWith('month:');
}

/** Whether the summary says outright what the sources deny and nowhere say. */
function isDenialLost(
  { behind, sentence, plain }: Statement,
  sources: readonly Source[],
  lost: readonly Source[],
): boolean {
  for (const source of lost) {
    const found = behind.flatMap((word, at) => (holds(source.behind, word) ? [at] : []));
    const last = found.at(-1);
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

/** Whether a word is among those of some keys: as itself, where the summary has it so, and else by its matter. */
function holdsItself(keys: ReadonlySet<string>, word: FactWord, own: ReadonlySet<string>): boolean {
  const self = keysOf(word).filter((key) => !/^[#~]/.test(key));
  return self.some((key) => own.has(key)) ? self.some((key) => keys.has(key)) : holds(keys, word);
}

function weightOf(words: readonly FactWord[], sources: Sources): number {
  return words.reduce((sum, word) => sum + rarityOf(word, sources), 0);
}
