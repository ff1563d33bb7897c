import { normalize } from '../normalize.ts';
import { COUNTRY_NAMES, NOT_COUNTRIES } from './country-names.ts';
import { ARABIC_DEMONYM_STEMS, ARABIC_PEOPLES, ENGLISH_DEMONYMS, NO_ARABIC_DEMONYM } from './demonyms.ts';

/** A name and every way to write it, the first of each language being the one shown. */
export interface NamedForms {
  id: string;
  en: string[];
  ar: string[];
}

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

function isoCodes(): string[] {
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => !NOT_COUNTRIES.has(code),
  );
}

/** `CODE:a,b CODE:c` over any number of lines, as pairs. */
function pairs(table: string): [string, string[]][] {
  return table
    .trim()
    .split(/\s+(?=[A-Z]{2}:)/)
    .map((entry) => [entry.slice(0, 2), entry.slice(3).split(',')]);
}

function newspaperNames(): [string, string[], string[]][] {
  return COUNTRY_NAMES.trim()
    .split('\n')
    .map((line) => {
      const [, code = '', english = '', arabic = ''] = /^([A-Z-]+): (.*) = (.*)$/.exec(line) ?? [];
      return [code, english.split('|'), arabic.split('|')];
    });
}

/** Every country of ISO 3166 as ICU names it in both languages, as newspapers do, and its people. */
export function countryForms(): NamedForms[] {
  const forms = new Map<string, NamedForms>();
  const of = (code: string): NamedForms => {
    const named = forms.get(code) ?? { id: `country:${code}`, en: [], ar: [] };
    forms.set(code, named);
    return named;
  };
  for (const [code, english, arabic] of newspaperNames()) {
    of(code).en.push(...english);
    of(code).ar.push(...arabic);
  }
  const inEnglish = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const inArabic = new Intl.DisplayNames('ar', { type: 'region', fallback: 'none' });
  for (const code of isoCodes()) {
    const [english, arabic] = [inEnglish.of(code), inArabic.of(code)];
    // `Congo - Kinshasa`, `Myanmar (Burma)`: nobody writes these.
    if (english && !/ - |\(|China$/.test(english)) of(code).en.push(english);
    else if (code === 'CN' && english) of(code).en.push(english);
    if (arabic && !/ - |\(/.test(arabic)) of(code).ar.push(arabic);
  }
  for (const [code, people] of pairs(ENGLISH_DEMONYMS))
    of(code).en.push(...people.flatMap((one) => [one, `${one}s`]));
  for (const [code, people] of pairs(ARABIC_PEOPLES)) of(code).ar.push(...people);
  return [...forms.values()].filter(({ en, ar }) => en.length > 0 || ar.length > 0);
}

// Newspapers write the hard g of foreign names غ, ج or ق; ع is left, being no such sound.
const stemsOf = (stem: string): string[] => (stem.includes('غ') ? [stem, stem.replaceAll('غ', 'ج')] : [stem]);
const ENDINGS = ['يا', 'ا', 'ة', 'ي', 'ى'];

function stemByRule(name: string): string | undefined {
  if (name.includes(' ')) return undefined;
  // The article has a bare alif; the first letters of ألمانيا and ألبانيا are their own.
  const bare = name.startsWith('ال') ? name.slice(2) : name;
  const ending = ENDINGS.find((one) => bare.endsWith(one)) ?? '';
  const stem = bare.slice(0, bare.length - ending.length);
  return stem.length >= 3 ? stem : undefined;
}

/** Normalised stems before the adjective's ending ـي, by which a people is told: مصر → country:EG. */
function arabicStems(): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  const add = (stem: string, code: string): void => {
    for (const one of stemsOf(stem)) stems.set(normalize(one), `country:${code}`);
  };
  for (const [code, own] of pairs(ARABIC_DEMONYM_STEMS)) for (const stem of own) add(stem, code);
  const given = new Set(pairs(ARABIC_DEMONYM_STEMS).map(([code]) => code));
  const inArabic = new Intl.DisplayNames('ar', { type: 'region', fallback: 'none' });
  for (const code of isoCodes()) {
    const stem =
      given.has(code) || NO_ARABIC_DEMONYM.has(code) ? undefined : stemByRule(inArabic.of(code) ?? '');
    if (stem !== undefined) add(stem, code);
  }
  return stems;
}

let stems: ReadonlyMap<string, string> | undefined;
// Masculine, feminine, adverbial and the plurals and duals of both, normalised, by last letter; longer ones first.
const ADJECTIVE_ENDINGS: Readonly<Record<string, readonly string[]>> = {
  ي: ['ي'],
  ه: ['يه'],
  ا: ['يا'],
  ن: ['يتان', 'يتين', 'يون', 'يين', 'يان'],
  ت: ['يات'],
};
const SHORTEST_ADJECTIVE = 4;

/** The country whose people or adjective a normalised word is, the first of its readings that is one: مصري، المصرية، مصريون. */
export function demonym(readings: readonly string[]): { id: string; form: string } | undefined {
  const [word = ''] = readings;
  if (word.length < SHORTEST_ADJECTIVE) return undefined;
  const ending = ADJECTIVE_ENDINGS[word[word.length - 1] ?? '']?.find((one) => word.endsWith(one));
  if (ending === undefined) return undefined;
  stems ??= arabicStems();
  for (const form of readings) {
    const stem = form.slice(0, form.length - ending.length);
    const id = stems.get(stem) ?? (stem.startsWith('ال') ? stems.get(stem.slice(2)) : undefined);
    if (id !== undefined) return { id, form };
  }
  return undefined;
}
