/** From what people call a place to its time zone, and back. */

import { editDistance } from '../text/edit-distance.ts';
import { normalize } from '../text/normalize.ts';
import { citiesByZone, countryKeys, countryName, countryOfKey } from './country.ts';
import type { Language } from './languages.ts';
import { wordedIn } from './languages.ts';
import { placeKey } from './place-key.ts';
import type { Place } from './place-table.ts';
import { places } from './place-table.ts';
import { isSameZone, zoneId } from './time-zone.ts';
import { lastPart, offsetName, readZoneName, readZoneNotation } from './zone-notation.ts';

/**
 * `zone`, with the city where one was named and `fixed` where an offset was, which follows no change of clocks; or
 * places of different zones that the words may mean; or, for words that mean none, places that are spelled alike, perhaps none.
 */
export type PlaceFound =
  | { zone: string; place?: Place; fixed?: true }
  | { choices: Place[] }
  | { nearest: Place[] };

const HERALD =
  /^(?:(?:حسب )?(?:ب|ل)?توقيت|مدينه|دوله|في|من|المنطقه الزمنيه|in|the|city of|time ?zone|zone|time in) /;
const TRAILER = /(?: standard| local)? (?:time ?zone|time|city)$/;
const MOST_NEAREST = 3;
/** Names longer than this are no names of places. */
const LONGEST_NAME = 60;

/**
 * Finds the zone of a city or country in either language, blind to spelling, case and articles, of an IANA name, an offset or
 * an abbreviation. A name that two places bear is settled by the country after it (`طرابلس، لبنان`) or answered by `choices`.
 */
export function findPlace(words: string): PlaceFound {
  const text = words.trim();
  if (text.length > LONGEST_NAME) return { nearest: [] };
  const vocalised = ammanOrOman(text);
  if (vocalised !== undefined) return vocalised;
  const bare = withoutHeralds(text);
  const found = lookedUp(text) ?? (bare === text ? undefined : lookedUp(bare));
  if (found !== undefined) return found;
  const nearest = nearestPlaces(placeKey(bare));
  // "Paris, Texas": what stands before the comma may be known.
  return { nearest: nearest.length > 0 ? nearest : nearestPlaces(placeKey(bare.split(/[,،]/)[0] ?? '')) };
}

/** Whether words name a place or zone, several, or nearly one. */
export function mayBePlace(words: string): boolean {
  const found = findPlace(words);
  return !('nearest' in found) || found.nearest.length > 0;
}

function lookedUp(words: string): PlaceFound | undefined {
  const key = placeKey(words);
  if (key === '') return undefined;
  const notation = readZoneNotation(words);
  if (notation !== undefined) return notation;
  const named = namedPlaces(key);
  if (named.length > 0) return settled(named);
  const within = cityWithin(words);
  if (within.length > 0) return settled(within);
  return readZoneName(words);
}

function settled(candidates: readonly Place[]): PlaceFound {
  const choices = candidates.filter(
    (place, at) => candidates.findIndex(({ zone }) => zone === place.zone) === at,
  );
  const [place] = choices;
  return place !== undefined && choices.length === 1 ? { zone: place.zone, place } : { choices };
}

let cityIndex: ReadonlyMap<string, readonly Place[]> | undefined;

function cities(): ReadonlyMap<string, readonly Place[]> {
  if (cityIndex !== undefined) return cityIndex;
  const index = new Map<string, Place[]>();
  for (const place of places()) {
    for (const key of new Set([place.name.ar, place.name.en, ...place.aliases].map(placeKey))) {
      const bearers = index.get(key);
      if (bearers === undefined) index.set(key, [place]);
      else bearers.push(place);
    }
  }
  cityIndex = index;
  return index;
}

function namedPlaces(key: string): Place[] {
  const country = countryOfKey(key);
  return [...(cities().get(key) ?? []), ...(country === undefined ? [] : citiesByZone(country))];
}

/** `Tripoli, Lebanon`, `طرابلس لبنان`, `Lebanon Tripoli`; a country after a comma stands for a town that is not known. */
function cityWithin(words: string): Place[] {
  const parts = words.split(/[\s,،()\-–/]+/).filter((part) => part !== '');
  for (let at = 1; at < parts.length; at++) {
    const halves = [parts.slice(0, at).join(' '), parts.slice(at).join(' ')] as const;
    for (const [city, land] of [halves, [halves[1], halves[0]] as const]) {
      const country = countryOfKey(placeKey(land.replace(/^(?:في|in) /, '')));
      const own = cities()
        .get(placeKey(city))
        ?.filter((place) => place.country === country);
      if (country !== undefined && own !== undefined && own.length > 0) return own;
    }
  }
  const [, land] = /^[^,،]+[,،](.+)$/.exec(words) ?? [];
  const country = land === undefined ? undefined : countryOfKey(placeKey(land));
  return country === undefined ? [] : citiesByZone(country);
}

/** Without their vowels Amman and Oman are one word; who writes them means one. */
function ammanOrOman(words: string): PlaceFound | undefined {
  if (/^ع\u064E?م(?:\u0651|\u064E\u0651)\u064E?ان$/.test(words)) return { zone: 'Asia/Amman' };
  return /^ع\u064Fم\u064E?ان$/.test(words) ? { zone: 'Asia/Muscat' } : undefined;
}

function withoutHeralds(words: string): string {
  let bare = normalize(words);
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(HERALD, '').replace(TRAILER, '');
  }
  return bare === normalize(words) ? words : bare;
}

/** Places whose names differ from the key by the fewest letters, two or three at most. */
function nearestPlaces(key: string): Place[] {
  let limit = key.length <= 3 ? 1 : key.length <= 7 ? 2 : 3;
  let near: Place[] = [];
  const letters = new Set(key);
  const compare = (name: string, bearers: () => readonly Place[]) => {
    if (Math.abs(name.length - key.length) > limit) return;
    // Each letter that the key has not takes a change: this alone rules nearly all names out.
    let strange = 0;
    for (const letter of name) if (!letters.has(letter)) strange += 1;
    const distance = strange > limit ? limit + 1 : editDistance(key, name, limit);
    if (distance > limit || distance >= Math.min(key.length, name.length)) return;
    if (distance < limit) near = [];
    limit = distance;
    near.push(...bearers());
  };
  for (const [name, bearers] of cities()) compare(name, () => bearers);
  for (const [name, code] of countryKeys()) compare(name, () => citiesByZone(code).slice(0, 1));
  return [...new Set(near)].slice(0, MOST_NEAREST);
}

/** `طرابلس، لبنان`: a place with its country, so that two of one name can be told apart. */
export function placeLabel({ name, country }: Place, language: Language): string {
  const land = country === undefined ? undefined : countryName(country, language);
  const own = wordedIn(name, language);
  if (land === undefined || land === own) return own;
  return `${own}${language === 'ar' ? '،' : ','} ${land}`;
}

/**
 * What a zone is called in a language: by the city that IANA names it after, else by the first city of the table in it; `UTC+3` for
 * an offset; else the city of its IANA name, in Arabic as ICU writes it. A zone that does not exist is called what it is.
 */
export function placeName(zone: string, language: Language): string {
  if (/^(?:Etc\/)?(?:UTC|GMT)$/.test(zone)) return language === 'ar' ? 'التوقيت العالمي' : 'UTC';
  const offset = offsetName(zone);
  if (offset !== undefined) return offset;
  const known = cityOfZone(zone);
  if (known !== undefined) return wordedIn(known.name, language);
  return (language === 'ar' ? arabicZoneName(zone) : undefined) ?? lastPart(zone);
}

const zoneCities = new Map<string, Place | undefined>();

function cityOfZone(zone: string): Place | undefined {
  if (zoneCities.has(zone)) return zoneCities.get(zone);
  const id = zoneId(zone);
  if (id === undefined) return undefined;
  const inZone = places().filter((place) => place.zone === id);
  const key = placeKey(lastPart(id));
  const bears = ({ name, aliases }: Place) => [name.en, ...aliases].some((one) => placeKey(one) === key);
  const city = inZone.find(bears) ?? inZone[0] ?? cityUnderOtherName(id);
  zoneCities.set(id, city);
  return city;
}

function cityUnderOtherName(zone: string): Place | undefined {
  const other = [...new Set(places().map((place) => place.zone))].find((one) => isSameZone(one, zone));
  return other === undefined ? undefined : cityOfZone(other);
}

function arabicZoneName(zone: string): string | undefined {
  try {
    const format = new Intl.DateTimeFormat('ar', { timeZone: zone, timeZoneName: 'shortGeneric' });
    const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value;
    const city = name?.replace(/^توقيت /, '');
    return city === undefined || /[A-Za-z\d]/.test(city) ? undefined : city;
  } catch {
    return undefined;
  }
}
