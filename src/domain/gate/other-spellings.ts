import { isGivenName, otherScript } from '../../text/name-tables/given-names.ts';
import type { Facts, FactWord } from './facts.ts';
import { joinedSkeleton, skeletonsOf } from './skeletons.ts';

/** Consonants from which one may differ, and words of another script below which a text has only stray ones. */
const LONG = 5;
const FEW = 12;
/** Letters of which a place's name has more, and its endings fewer. */
const SHORT = 3;
/** Endings by which a word comes of a place or a house. */
const OF_A_PLACE = /(?:n|an|ian|ese|ish|ite|ites)$/;

/** Europe where the sources say European, Andean where they say Andes. */
export function isDerived({ form }: FactWord, { forms }: Facts): boolean {
  if (form.length < LONG || isGivenName(form)) return false;
  const base = form.replace(OF_A_PLACE, '');
  for (const other of forms) {
    if (other.startsWith(form) && /^(?:n|an|ans|ian|ians|ese|ish)$/.test(other.slice(form.length)))
      return true;
    if (base !== form && base.length > SHORT && other.startsWith(base) && other.length < base.length + SHORT)
      return true;
  }
  return false;
}

/** Whether the sources hold the word in the other script: a given name by the table, any other by its consonants. */
export function isSpelledAcross(word: FactWord, given: string | undefined, facts: Facts, least = 0): boolean {
  const [own, other] =
    word.script === 'arabic'
      ? [facts.skeletons.arabic, facts.skeletons.latin]
      : [facts.skeletons.latin, facts.skeletons.arabic];
  if (other.size === 0 || (own.size > 0 && other.size < FEW)) return false;
  if (given !== undefined && otherScript(given).some((form) => facts.forms.has(form))) return true;
  // Of a given name the table knows the spellings; a source's name that the table lacks may still be another of them: Simone, سيمون.
  if (given !== undefined && !/^(?:abd|عبد)/.test(given))
    return (
      word.script === 'arabic' &&
      skeletonsOf({ ...word, form: given }).some((key) => key.length >= SHORT && facts.unlisted.has(key))
    );
  const base = word.script === 'latin' ? word.form.replace(OF_A_PLACE, '') : word.form;
  const readings = base === word.form || base.length < LONG ? [word] : [word, { ...word, form: base }];
  const keys = readings.flatMap(skeletonsOf);
  if (
    keys.some((key) => (key.length >= least && other.has(key)) || (key.length >= LONG && hasNear(key, other)))
  )
    return true;
  // Chaves is شافيش in its own tongue, Ristić ريستيتش: only against names, of which there are few.
  return (
    word.script === 'arabic' && keys.some((key) => key.length >= SHORT && hasCousin(key, facts.unlisted))
  );
}

/** Sounds that languages of Latin letters share out otherwise: s, š and z; c, k, g and kh; t and d; b, p and v. */
const COUSINS: readonly (readonly [RegExp, string])[] = [
  [/tc/g, 's'],
  [/[czs]/g, 's'],
  [/[kjx]/g, 'k'],
  [/d/g, 't'],
  [/f/g, 'b'],
];

function hasCousin(key: string, others: ReadonlySet<string>): boolean {
  const own = cousinOf(key);
  for (const other of others) if (cousinOf(other) === own) return true;
  return false;
}

function cousinOf(key: string): string {
  return COUSINS.reduce((all, [letters, one]) => all.replace(letters, one), key);
}

/** «عبد الله» and Abdullah: what one script joins. */
export function isJoinedAcross(words: readonly FactWord[], at: number, facts: Facts): boolean {
  const key = joinedSkeleton(words, at);
  return key !== undefined && facts.skeletons.latin.has(key);
}

/** Whether one of the keys differs in one letter: th is both ث and ت. */
function hasNear(key: string, others: ReadonlySet<string>): boolean {
  for (const other of others) {
    if (other.length !== key.length) continue;
    let apart = 0;
    for (let at = 0; at < key.length && apart < 2; at++) if (key[at] !== other[at]) apart++;
    if (apart < 2) return true;
  }
  return false;
}
