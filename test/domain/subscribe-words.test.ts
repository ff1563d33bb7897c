import { describe, expect, it } from 'vitest';
import { findPlace } from '../../src/domain/place.ts';
import { places } from '../../src/domain/place-table.ts';
import { readSubscribe } from '../../src/domain/subscribe-words.ts';

const at = (...times: string[]) => ({ hours: { times } });

describe('the words behind /subscribe', () => {
  it.each([
    ['', {}],
    ['08:00', at('08:00')],
    ['٠٨:٣٠', at('08:30')],
    ['8', at('08:00')],
    ['8pm', at('20:00')],
    ['الثامنة صباحا', at('08:00')],
    ['08:00,20:00 Africa/Cairo', { ...at('08:00', '20:00'), zoneWords: 'Africa/Cairo' }],
    ['Africa/Cairo 08:00', { ...at('08:00'), zoneWords: 'Africa/Cairo' }],
    ['@nosuch', { channel: '@nosuch' }],
    ['@news_ar 08:00 القاهرة', { channel: '@news_ar', ...at('08:00'), zoneWords: 'القاهرة' }],
    ['القاهرة 8 مساء @news_ar', { channel: '@news_ar', ...at('20:00'), zoneWords: 'القاهرة' }],
    ['8 @news_ar مساء', { channel: '@news_ar', ...at('20:00') }],
    ['https://t.me/news_ar 8', { channel: '@news_ar', ...at('08:00') }],
    ['-1001234567890 08:00 UTC+3', { channel: '-1001234567890', ...at('08:00'), zoneWords: 'UTC+3' }],
    ['8 +3', { ...at('08:00'), zoneWords: '+3' }],
    ['8 UTC +3', { ...at('08:00'), zoneWords: 'UTC +3' }],
    ['٨ غرينتش+٣', { ...at('08:00'), zoneWords: 'غرينتش+٣' }],
    ['8:30 -05:30', { ...at('08:30'), zoneWords: '-05:30' }],
    ['8 New York', { ...at('08:00'), zoneWords: 'New York' }],
    ['New York 8 and 9', { ...at('08:00', '09:00'), zoneWords: 'New York' }],
    ['8 Trinidad and Tobago', { ...at('08:00'), zoneWords: 'Trinidad and Tobago' }],
    ['8, Birmingham, Alabama', { ...at('08:00'), zoneWords: 'Birmingham, Alabama' }],
    ['8 صباحا بتوقيت مكة المكرمة', { ...at('08:00'), zoneWords: 'بتوقيت مكة المكرمة' }],
    ['America/Port-au-Prince', { zoneWords: 'America/Port-au-Prince' }],
    ['Etc/GMT-3 7', { ...at('07:00'), zoneWords: 'Etc/GMT-3' }],
    ['Atlantis', { zoneWords: 'Atlantis' }],
    ['25:00', { hours: { problem: 'invalid', what: '25:00' } }],
    ['25:00 Cairo', { hours: { problem: 'invalid', what: '25:00' }, zoneWords: 'Cairo' }],
    ['8-10', { hours: { problem: 'invalid', what: '8-10' } }],
  ])('%s', (args, expected) => {
    expect(readSubscribe(args)).toEqual(expected);
  });

  it('may be thirty hours, which are too many', () => {
    const hours = Array.from({ length: 30 }, (_, index) => `${index % 24}:${index < 24 ? '00' : '30'}`);
    expect(readSubscribe(hours.join(',')).hours).toEqual({ problem: 'too-many', count: 30, limit: 24 });
  });
});

describe('the words behind /subscribe, looked up', () => {
  const zoneOf = (args: string) => {
    const { hours, zoneWords } = readSubscribe(args);
    const found = findPlace(zoneWords ?? '');
    return { hours, zone: 'zone' in found ? found.zone : found };
  };

  it.each([
    ['at 8 in New York', '08:00', 'America/New_York'],
    ['8 صباحاً في القاهرة', '08:00', 'Africa/Cairo'],
    ['الساعة الثامنة مساء بتوقيت مكة', '20:00', 'Asia/Riyadh'],
    ['يوميا ٧:٣٠ الكويت', '07:30', 'Asia/Kuwait'],
    ['8 Tripoli, Lebanon', '08:00', 'Asia/Beirut'],
    ['طرابلس، ليبيا، 8 مساء', '20:00', 'Africa/Tripoli'],
    ['@news 8pm UTC+3', '20:00', 'Etc/GMT-3'],
    ['6 GMT', '06:00', 'UTC'],
  ])('%s', (args, time, zone) => {
    expect(zoneOf(args)).toEqual({ ...at(time), zone });
  });

  it('keep every name of every city whole, before and behind the hours', () => {
    for (const place of places()) {
      for (const name of [place.name.ar, place.name.en, ...place.aliases]) {
        for (const args of [`8:30 ${name}`, `${name} 8:30`, `8 مساء ${name} @news_ar`]) {
          const read = readSubscribe(args);
          expect(read.hours, args).toHaveProperty('times.length', 1);
          expect(findPlace(read.zoneWords ?? ''), args).toEqual(findPlace(name));
        }
      }
    }
  });
});
