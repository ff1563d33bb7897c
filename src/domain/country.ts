import { COUNTRY_NAMES } from '../text/name-tables/country-names.ts';
import type { Language, Worded } from './languages.ts';
import { wordedIn } from './languages.ts';
import { placeKey } from './place-key.ts';
import type { Place } from './place-table.ts';
import { places } from './place-table.ts';

/** The zone that stands for a land whose zones its people do not choose between. */
const ONE_ZONE: Readonly<Record<string, string>> = { PS: 'Asia/Gaza' };

interface CountryIndex {
  names: ReadonlyMap<string, Worded<readonly string[]>>;
  codes: ReadonlyMap<string, string>;
}

let index: CountryIndex | undefined;

function countries(): CountryIndex {
  if (index !== undefined) return index;
  const names = new Map<string, Record<'ar' | 'en', string[]>>();
  const inLanguage = {
    ar: new Intl.DisplayNames('ar', { type: 'region', fallback: 'none' }),
    en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  };
  const written = new Map(
    COUNTRY_NAMES.trim()
      .split('\n')
      .map((line): [string, Record<'ar' | 'en', string[]>] => {
        const [, code = '', en = '', ar = ''] = /^([A-Z-]+): (.*) = (.*)$/.exec(line) ?? [];
        return [code, { en: en.split('|'), ar: ar.split('|') }];
      }),
  );
  const codes = new Map<string, string>();
  for (const { country } of places()) {
    if (country === undefined || names.has(country)) continue;
    const own = written.get(country);
    const both = { ar: [...(own?.ar ?? [])], en: [...(own?.en ?? [])] };
    for (const language of ['ar', 'en'] as const) {
      const standard = inLanguage[language].of(country);
      if (standard !== undefined) both[language].push(standard);
    }
    names.set(country, both);
    for (const name of [...both.ar, ...both.en]) {
      const key = placeKey(name);
      if (!codes.has(key)) codes.set(key, country);
    }
  }
  index = { names, codes };
  return index;
}

/** The name of a country of the table by its ISO 3166 code, as newspapers write it. */
export function countryName(code: string, language: Language): string {
  const names = countries().names.get(code);
  return (names && wordedIn(names, language)[0]) ?? code;
}

/** The country that a key of `placeKey` names in either language. */
export function countryOfKey(key: string): string | undefined {
  return countries().codes.get(key);
}

/** Keys of all names of all countries, with their codes. */
export function countryKeys(): Iterable<[key: string, code: string]> {
  return countries().codes.entries();
}

/** The first city of each zone of a country, its capital first. */
export function citiesByZone(code: string): Place[] {
  const own = places().filter(({ country }) => country === code);
  const one = ONE_ZONE[code];
  const chosen = one === undefined ? own : own.filter(({ zone }) => zone === one);
  return chosen.filter((place, at) => chosen.findIndex(({ zone }) => zone === place.zone) === at);
}
