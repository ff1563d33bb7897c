import { KEEP_WORDS } from './keep-words.ts';

/** Tried in this order, the first that fits is the only one removed. */
const PREFIXES = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'] as const;
/** Each removed once, in this order. */
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'] as const;
const WAW = 'و';
/** Stems shorter than this say too little to protect every word that has them. */
const SHORTEST_KEPT = 3;

const kept = keptStems();

/**
 * Light10 on a normalised word: one prefix, then suffixes, two letters at least left (three after و).
 * Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval" (2007). Words of keep-words.ts keep
 * their first letters; before such a word only a joined و goes.
 */
export function lightStem(word: string): string {
  const whole = withoutSuffixes(word);
  if (kept.has(whole) || kept.has(word)) return whole;
  if (word.startsWith(WAW)) {
    const rest = word.slice(1);
    const joined = withoutSuffixes(rest);
    if (kept.has(joined) || kept.has(rest)) return joined;
  }
  const bare = withoutPrefix(word);
  return bare === word ? whole : withoutSuffixes(bare);
}

function withoutPrefix(word: string): string {
  for (const prefix of PREFIXES) {
    const least = prefix === WAW ? 3 : 2;
    if (word.length >= prefix.length + least && word.startsWith(prefix)) return word.slice(prefix.length);
  }
  return word;
}

function withoutSuffixes(word: string): string {
  let stem = word;
  for (const suffix of SUFFIXES) {
    if (stem.length >= suffix.length + 2 && stem.endsWith(suffix)) stem = stem.slice(0, -suffix.length);
  }
  return stem;
}

function keptStems(): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of KEEP_WORDS) {
    const forms = [word, withoutSuffixes(word)];
    if (word.endsWith('ه')) forms.push(`${word.slice(0, -1)}ت`);
    for (const form of forms) if (form.length >= SHORTEST_KEPT) stems.add(form);
  }
  return stems;
}
