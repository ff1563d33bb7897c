/** The cities that the house knows by name, with their zones. */
import type { Worded } from './languages.ts';
import { AFRICA } from './places/africa.ts';
import { AMERICAS } from './places/americas.ts';
import { ARAB_AFRICA } from './places/arab-africa.ts';
import { ARAB_ASIA } from './places/arab-asia.ts';
import { ASIA } from './places/asia.ts';
import { EUROPE } from './places/europe.ts';
import { OCEANIA } from './places/oceania.ts';

export interface Place {
  name: Worded<string>;
  /** Other names it goes by, in either language. */
  aliases: readonly string[];
  /** ISO 3166 code; absent where the table leaves the land open. */
  country?: string;
  /** IANA name. */
  zone: string;
  /** Degrees, north and east positive, to about ten kilometres. */
  latitude: number;
  longitude: number;
}

const HEADING = /^(?<country>[A-Z]{2}|--) (?<zone>\S+)$/;

let table: readonly Place[] | undefined;

/** Every city, by region; a country's first one stands for it. Read once, when first asked for. */
export function places(): readonly Place[] {
  table ??= [ARAB_ASIA, ARAB_AFRICA, ASIA, EUROPE, AFRICA, AMERICAS, OCEANIA].flatMap(rows);
  return table;
}

function rows(text: string): Place[] {
  const found: Place[] = [];
  let zone = '';
  let country: string | undefined;
  for (const line of text.trim().split('\n')) {
    const heading = HEADING.exec(line)?.groups;
    if (heading !== undefined) {
      zone = heading.zone ?? '';
      country = heading.country === '--' ? undefined : heading.country;
      continue;
    }
    const [ar = '', en = '', coordinates = '', aliases = ''] = line.split('|');
    const [latitude = Number.NaN, longitude = Number.NaN] = coordinates.split(' ').map(Number);
    found.push({
      name: { ar, en },
      aliases: aliases === '' ? [] : aliases.split(','),
      ...(country !== undefined && { country }),
      zone,
      latitude,
      longitude,
    });
  }
  return found;
}
