import { isStockWord } from '../../text/arabic-roots.ts';
import { isGivenName, otherScript } from '../../text/name-tables/given-names.ts';
import { withoutClitics } from '../../text/name-tables/name-words.ts';
import { isStopword } from '../../text/stopwords.ts';
import { unitOf } from '../../text/units.ts';
import { FEW_WORDS, remembering } from '../../text/word-memory.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import type { Fault } from './fault.ts';
import { skeletonsOf } from './skeletons.ts';

/** Particles between the parts of a name. */
const PARTICLE =
  /^(?:al|el|bin|ibn|ben|bint|von|van|de|la|le|da|dos|di|du|der|den|ould|ait|abu|abi|abd|abdel|abdul|بن|ابن|بنت|ولد|ابو|ابي|عبد|ال)$/;
const CAPITAL = /^\p{Lu}/u;
const DEFINITE = /^[وفبلك]{0,2}(?:ال|لل).{2,}|.{3}(?:ه|ها|هم)$/;
const FAMILYS = /^ال.{2,}ي$/;
const VERB = /^[وف]?[يت].{3,}|.{3}ت$/;
/** «طلب ذوي الضحايا»: whose something is. */
const HAVING = /^ذ(?:وو?|وي|ات|وات)$/;
const PRONOUN = /.{3}(?:ه|ها|هم)$/;
const TANWIN = /ًا?$/;

/** What stands behind a word in the names of the sources. */
interface Followers {
  keys: Set<string>;
  /** It ends a name somewhere, or stands alone. */
  ends: boolean;
}

const readings = new WeakMap<Facts, ReadonlyMap<string, Followers>>();

/**
 * The first name of a summary whose parts the sources never join: a given name before another family's, a title before another
 * name. The sources must always follow the first part by something else.
 */
export function nameOrderFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  const followers = followersIn(facts);
  for (const { words, names, numbers } of summary) {
    const taken = [...names, ...numbers];
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (!word || taken.some((one) => at >= one.at && at < one.at + one.length)) continue;
      if (word.script === 'latin' && !CAPITAL.test(word.raw)) continue;
      // «على» is spelt like علي.
      if (isStopword(word.form) && word.raw !== 'علي') continue;
      const known = keysOfPart(word).flatMap((key) => followers.get(key) ?? []);
      if (known.length === 0 || known.some(({ ends }) => ends)) continue;
      const next = nextPart(words, at);
      if (!next || !isPart(next, facts)) continue;
      if (isDoubtful(word) && !FAMILYS.test(next.form) && !isSurely(next)) continue;
      if (known.some(({ keys }) => follows(next, keys))) continue;
      return { check: 'names', what: `${word.raw} ${next.raw}` };
    }
  }
  return undefined;
}

function followersIn(facts: Facts): ReadonlyMap<string, Followers> {
  const known = readings.get(facts);
  if (known) return known;
  const followers = new Map<string, Followers>();
  for (const { words } of facts.sentences) {
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (!word || PARTICLE.test(word.form)) continue;
      const behind = word.script === 'latin' ? latinBehind(words, at) : arabicBehind(words, at);
      if (!behind) continue;
      for (const key of keysOfPart(word)) {
        const before = followers.get(key) ?? { keys: new Set(), ends: false };
        before.ends ||= behind.length === 0;
        for (const part of behind) for (const each of keysOfPart(part)) before.keys.add(each);
        followers.set(key, before);
      }
    }
  }
  readings.set(facts, followers);
  return followers;
}

/** The parts of a name of Latin letters behind one of its words; nothing for a word that begins with no capital. */
function latinBehind(words: readonly FactWord[], at: number): FactWord[] | undefined {
  if (!CAPITAL.test(words[at]?.raw ?? '')) return undefined;
  const behind: FactWord[] = [];
  for (let step = at + 1; ; step++) {
    const word = words[step];
    if (!word?.runsOn || word.script !== 'latin') break;
    if (PARTICLE.test(word.form)) continue;
    if (!CAPITAL.test(word.raw)) break;
    behind.push(word);
  }
  return behind;
}

/** The part behind what stands where a given name does: behind a definite noun, without the article itself. */
function arabicBehind(words: readonly FactWord[], at: number): FactWord[] | undefined {
  const [before, word, next] = [words[at - 1], words[at], nextPart(words, at)];
  if (word?.script !== 'arabic') return undefined;
  const given = withoutClitics(word.form).some((form) => isGivenName(form));
  const stands = word.runsOn && before !== undefined && DEFINITE.test(before.form) && isBare(word);
  if (!given && !stands) return [];
  return next && (FAMILYS.test(next.form) || isBare(next)) ? [next] : [];
}

/** A noun without article and ending, as names are. */
function isBare({ form, raw }: FactWord): boolean {
  return (
    form.length > 2 &&
    !/^ال/.test(form) &&
    !isStopword(form) &&
    !HAVING.test(form) &&
    !VERB.test(form) &&
    !TANWIN.test(raw)
  );
}

/** The next word of the same run that is no particle. */
function nextPart(words: readonly FactWord[], at: number): FactWord | undefined {
  for (let step = at + 1; words[step]?.runsOn; step++) {
    const word = words[step];
    if (word && !PARTICLE.test(word.form)) return word;
  }
  return undefined;
}

/** Whether a word of the summary behind a name can be its next part. */
function isPart(word: FactWord, facts: Facts): boolean {
  if (word.script === 'latin') return CAPITAL.test(word.raw) && !isStopword(word.form);
  if (isStopword(word.form) || PRONOUN.test(word.raw) || unitOf(word.form) !== undefined) return false;
  if (FAMILYS.test(word.form) || isGivenName(word.form)) return true;
  return (
    word.script === 'arabic' &&
    word.telling &&
    (isBare(word) || /^ال/.test(word.form)) &&
    !isStockWord(word.form, word.roots) &&
    !facts.stems.has(word.stem)
  );
}

/** Whether a word is a given name that is as often something else: «طلب» is a request, too. */
function isDoubtful(word: FactWord): boolean {
  return withoutClitics(word.form).some((reading) => isGivenName(reading)) && !isSurely(word);
}

function isSurely({ form }: FactWord): boolean {
  return withoutClitics(form).some((reading) => isGivenName(reading, true));
}

/** Whether a part of a name is one of those that may follow; other letters spell it loosely. */
function follows(part: FactWord, keys: ReadonlySet<string>): boolean {
  const own = keysOfPart(part);
  if (own.some((key) => keys.has(key))) return true;
  const bones = own.filter((key) => key.startsWith('~'));
  const others = [...keys].filter((key) => key.startsWith('~'));
  const across = [...keys].some(
    (key) => !key.startsWith('~') && /^[a-z]/.test(key) !== /^[a-z]/.test(part.form),
  );
  if (!across) return false;
  return (
    bones.length === 0 ||
    others.length === 0 ||
    others.some((other) => bones.some((bone) => isWithin(bone, other)))
  );
}

/** Whether the shorter of two rows of consonants is the longer with letters left out, at most half of them. */
function isWithin(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length && short.length * 2 > long.length;
}

/** By what a part of a name is known in either script. */
function keysOfPart({ form, script }: FactWord): readonly string[] {
  return script === 'arabic' ? arabicKeys(form) : latinKeys(form);
}

const arabicKeys = remembering(
  (form) => partKeys(withoutClitics(form), skeletonsOf({ form, script: 'arabic' })),
  FEW_WORDS,
);
const latinKeys = remembering((form) => partKeys([form], skeletonsOf({ form, script: 'latin' })), FEW_WORDS);

function partKeys(forms: readonly string[], bones: readonly string[]): readonly string[] {
  return [
    ...forms,
    ...forms.flatMap((form) => (form.startsWith('ال') ? [form.slice(2)] : [])),
    ...forms.flatMap(otherScript),
    ...bones.map((key) => `~${key}`),
  ];
}
