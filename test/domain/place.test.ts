import { describe, expect, it } from 'vitest';
import { countryName } from '../../src/domain/country.ts';
import { zoneAt } from '../../src/domain/nearest-place.ts';
import { findPlace, placeLabel, placeName } from '../../src/domain/place.ts';
import { placeKey } from '../../src/domain/place-key.ts';
import { places } from '../../src/domain/place-table.ts';
import { isTimeZone } from '../../src/domain/time-zone.ts';

/** `Africa/Cairo`, `Etc/GMT-3 fixed`, `either Tripoli, Lebanon / …` or `like London, Britain / …`. */
function found(words: string): string {
  const place = findPlace(words);
  if ('zone' in place) return place.fixed ? `${place.zone} fixed` : place.zone;
  const [kind, list] = 'choices' in place ? ['either', place.choices] : ['like', place.nearest];
  return `${kind} ${list.map((one) => placeLabel(one, 'en')).join(' / ')}`.trim();
}

describe('a place', () => {
  it.each([
    ['القاهرة', 'Africa/Cairo'],
    ['القاهره', 'Africa/Cairo'],
    ['قاهرة', 'Africa/Cairo'],
    ['الرِّيَاض', 'Asia/Riyadh'],
    ['رياض', 'Asia/Riyadh'],
    ['cairo', 'Africa/Cairo'],
    ['NEW YORK', 'America/New_York'],
    ['new-york', 'America/New_York'],
    ['نيويورك', 'America/New_York'],
    ['أبوظبي', 'Asia/Dubai'],
    ['ابو ظبى', 'Asia/Dubai'],
    ['مكه', 'Asia/Riyadh'],
    ['Makkah', 'Asia/Riyadh'],
    ["Sana'a", 'Asia/Aden'],
    ['بكين', 'Asia/Shanghai'],
    ['بيجين', 'Asia/Shanghai'],
    ['هونغ كونغ', 'Asia/Hong_Kong'],
    ['هونج كونج', 'Asia/Hong_Kong'],
    ['جلاسكو', 'Europe/London'],
    ['زوريخ', 'Europe/Zurich'],
    ['Zürich', 'Europe/Zurich'],
    ['Sao Paulo', 'America/Sao_Paulo'],
    ["St John's", 'America/St_Johns'],
    ['Kuwait City', 'Asia/Kuwait'],
    ['بتوقيت القاهرة', 'Africa/Cairo'],
    ['توقيت مكة المكرمة', 'Asia/Riyadh'],
    ['في دمشق', 'Asia/Damascus'],
    ['Cairo time', 'Africa/Cairo'],
    ['in London', 'Europe/London'],
    ['عَمّان', 'Asia/Amman'],
    ['عمّان', 'Asia/Amman'],
    ['عُمان', 'Asia/Muscat'],
    ['Adak', 'America/Adak'],
  ])('%s lies in %s', (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each([
    ['مصر', 'Africa/Cairo'],
    ['السعودية', 'Asia/Riyadh'],
    ['KSA', 'Asia/Riyadh'],
    ['الإمارات', 'Asia/Dubai'],
    ['UAE', 'Asia/Dubai'],
    ['سورية', 'Asia/Damascus'],
    ['سوريا', 'Asia/Damascus'],
    ['إنكلترا', 'Europe/London'],
    ['انجلترا', 'Europe/London'],
    ['فلسطين', 'Asia/Gaza'],
    ['سلطنة عمان', 'Asia/Muscat'],
    ['تونس', 'Africa/Tunis'],
    ['Trinidad and Tobago', 'America/Port_of_Spain'],
    ['شبين الكوم، مصر', 'Africa/Cairo'],
  ])('%s, a land of one zone, lies in %s', (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each([
    ['طرابلس', 'either Tripoli, Lebanon / Tripoli, Libya'],
    ['Tripoli', 'either Tripoli, Lebanon / Tripoli, Libya'],
    ['Birmingham', 'either Birmingham, Britain / Birmingham, United States'],
    ['San José', 'either San Jose, United States / San José, Costa Rica'],
    ['قرطبة', 'either Cordoba, Spain / Cordoba, Argentina'],
    ['صور', 'either Sur, Oman / Tyre, Lebanon'],
    ['عمان', 'either Amman, Jordan / Muscat, Oman'],
    ['جورجيا', 'either Atlanta, United States / Tbilisi, Georgia'],
    ['إندونيسيا', 'either Jakarta, Indonesia / Makassar, Indonesia / Jayapura, Indonesia'],
  ])('%s may be %s', (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each([
    ['طرابلس لبنان', 'Asia/Beirut'],
    ['طرابلس، ليبيا', 'Africa/Tripoli'],
    ['طرابلس (ليبيا)', 'Africa/Tripoli'],
    ['طرابلس الشام', 'Asia/Beirut'],
    ['لبنان طرابلس', 'Asia/Beirut'],
    ['Tripoli, Lebanon', 'Asia/Beirut'],
    ['Birmingham UK', 'Europe/London'],
    ['Birmingham, Alabama', 'America/Chicago'],
    ['San José Costa Rica', 'America/Costa_Rica'],
    ['عمان الأردن', 'Asia/Amman'],
  ])('%s is one of two', (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each([
    ['Londn', 'like London, Britain'],
    ['القارهة', 'like Cairo, Egypt'],
    ['اسطمبول', 'like Istanbul, Turkey'],
    ['Egipt', 'like Cairo, Egypt'],
    ['Paris, Texas', 'like Paris, France'],
    ['Xyzzyville', 'like'],
    ['Mars/Olympus', 'like'],
    ['8', 'like'],
    ['', 'like'],
    ['  ', 'like'],
    ['x'.repeat(5000), 'like'],
  ])('%.20s is none', (words, expected) => {
    expect(found(words)).toBe(expected);
  });
});

describe('a zone by its own name', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['Etc/GMT-3', 'Etc/GMT-3'],
    ['UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['غرينتش', 'UTC'],
    ['UTC+3', 'Etc/GMT-3 fixed'],
    ['utc +03:00', 'Etc/GMT-3 fixed'],
    ['+3', 'Etc/GMT-3 fixed'],
    ['+٣', 'Etc/GMT-3 fixed'],
    ['GMT-5', 'Etc/GMT+5 fixed'],
    ['غرينتش+3', 'Etc/GMT-3 fixed'],
    ['+0530', '+05:30 fixed'],
    ['UTC-3:30', '-03:30 fixed'],
    ['UTC+0', 'UTC'],
    ['UTC+14', 'Etc/GMT-14 fixed'],
    ['UTC-12', 'Etc/GMT+12 fixed'],
    ['EST', 'Etc/GMT+5 fixed'],
    ['ET', 'America/New_York'],
  ])('%s is %s', (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each(['UTC+15', '-13', 'Asia/Atlantis', '+3:75'])('%s is none', (words) => {
    expect(found(words)).toMatch(/^like/);
  });

  it('is found whatever it is', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      expect(findPlace(zone.toLowerCase())).toEqual({ zone });
    }
  });
});

describe('the table of places', () => {
  it('has every city in a zone that exists, with a name in both scripts and a point on earth', () => {
    expect(places().length).toBeGreaterThan(600);
    for (const { name, country, zone, latitude, longitude } of places()) {
      expect(name.ar).toMatch(/^[\p{Script=Arabic}\p{M} ()]+$/u);
      expect(name.en).toMatch(/^[\p{Script=Latin}\p{M} .'()-]+$/u);
      expect(isTimeZone(zone), zone).toBe(true);
      expect(Math.abs(latitude), name.en).toBeLessThanOrEqual(90);
      expect(Math.abs(longitude), name.en).toBeLessThanOrEqual(180);
      if (country !== undefined) {
        expect(countryName(country, 'ar')).toMatch(/^[\p{Script=Arabic}\p{M} ]+$/u);
        expect(countryName(country, 'en')).not.toBe(country);
      }
    }
  });

  it('places each city within the hours of its zone', () => {
    // Clocks differ from the sun by four hours at most, in the west of China; beyond that a sign or a zone is wrong.
    const odd = places().filter(({ zone, longitude }) => {
      const hours =
        Temporal.Instant.from('2026-01-15T00:00Z').toZonedDateTimeISO(zone).offsetNanoseconds / 3.6e12;
      return Math.abs(((hours - longitude / 15 + 36) % 24) - 12) > 3.2;
    });
    expect(odd.map(({ name }) => name.en)).toEqual([]);
  });

  it('finds every city by every name it has, alone or among those that share it', () => {
    for (const place of places()) {
      for (const name of [place.name.ar, place.name.en, ...place.aliases]) {
        const read = findPlace(name);
        const zones =
          'zone' in read ? [read.zone] : 'choices' in read ? read.choices.map(({ zone }) => zone) : [];
        expect(zones, name).toContain(place.zone);
      }
    }
  });

  it('tells apart by their labels all places that share a name', () => {
    for (const place of places()) {
      for (const language of ['ar', 'en'] as const) {
        const read = findPlace(place.name[language]);
        if (!('choices' in read)) continue;
        const labels = read.choices.map((choice) => placeLabel(choice, language));
        expect(new Set(labels).size).toBe(labels.length);
        for (const choice of read.choices) {
          expect(findPlace(placeLabel(choice, language))).toMatchObject({ zone: choice.zone });
        }
      }
    }
  });

  it('has every Arab capital', () => {
    const capitals =
      'الرياض أبوظبي الدوحة الكويت المنامة مسقط صنعاء بغداد دمشق بيروت عمّان القدس القاهرة الخرطوم طرابلس تونس الجزائر الرباط نواكشوط مقديشو جيبوتي موروني';
    const names = new Set(places().map(({ name }) => name.ar));
    expect(capitals.split(' ').filter((capital) => !names.has(capital))).toEqual([]);
  });
});

describe('the name of a zone', () => {
  it.each([
    ['Asia/Riyadh', 'الرياض', 'Riyadh'],
    ['Asia/Dubai', 'دبي', 'Dubai'],
    ['Asia/Calcutta', 'كلكتا', 'Kolkata'],
    ['Asia/Kuwait', 'الكويت', 'Kuwait City'],
    ['Europe/Kiev', 'كييف', 'Kyiv'],
    ['America/Adak', 'أداك', 'Adak'],
    ['America/North_Dakota/New_Salem', undefined, 'New Salem'],
    ['UTC', 'التوقيت العالمي', 'UTC'],
    ['Etc/GMT-3', 'UTC+3', 'UTC+3'],
    ['Etc/GMT+11', 'UTC-11', 'UTC-11'],
    ['+05:30', 'UTC+5:30', 'UTC+5:30'],
    ['Nowhere/Land', 'Land', 'Land'],
  ])('%s', (zone, arabic, english) => {
    if (arabic !== undefined) expect(placeName(zone, 'ar')).toBe(arabic);
    expect(placeName(zone, 'en')).toBe(english);
  });

  it('is there in both languages for every zone', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      expect(placeName(zone, 'ar')).toMatch(/\p{L}/u);
      expect(placeName(zone, 'en')).not.toMatch(/_|\//);
    }
  });
});

describe('the zone of a location', () => {
  it.each([
    ['Heliopolis', 30.09, 31.32, 'Africa/Cairo', 20],
    ['the Ka‘ba', 21.42, 39.83, 'Asia/Riyadh', 10],
    ['Hamra in Beirut', 33.9, 35.48, 'Asia/Beirut', 10],
    ['Deira', 25.27, 55.33, 'Asia/Dubai', 10],
    ['Kreuzberg', 52.5, 13.4, 'Europe/Berlin', 10],
    ['Brooklyn', 40.68, -73.94, 'America/New_York', 10],
    ['Santa Monica', 34.02, -118.49, 'America/Los_Angeles', 30],
    ['Taveuni, over the date line from Suva', -16.9, -179.97, 'Pacific/Fiji', 300],
    ['the South Pole', -90, 0, undefined, 5000],
  ])('%s', (_name, latitude, longitude, zone, within) => {
    const place = zoneAt(latitude, longitude);
    if (zone !== undefined) expect(place.zone).toBe(zone);
    expect(place.distance).toBeLessThan(within);
  });

  it('is that of every city at the city itself, or of one beside it', () => {
    for (const place of places()) {
      expect(zoneAt(place.latitude, place.longitude).distance).toBeLessThan(0.001);
    }
  });
});

describe('keys of names', () => {
  it('are the same for a key as for its name', () => {
    for (const { name } of places()) {
      for (const one of [name.ar, name.en]) expect(placeKey(one.toUpperCase())).toBe(placeKey(one));
    }
  });
});
