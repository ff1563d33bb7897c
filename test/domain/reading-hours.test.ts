import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime, readHours } from '../../src/domain/reading-hours.ts';

/** `08:00 20:00`, or what is wrong. */
function read(words: string): string {
  const hours = readHours(words);
  if ('times' in hours) return hours.times.join(' ');
  const { problem, ...rest } = hours;
  return [problem, ...Object.values(rest).map(String)].join(' | ');
}

describe('an hour', () => {
  it.each([
    ['08:30', '08:30'],
    ['8:30', '08:30'],
    ['٠٨:٣٠', '08:30'],
    ['۰۸:۳۰', '08:30'],
    ['8.30', '08:30'],
    ['٨٫٣٠', '08:30'],
    ['20h', '20:00'],
    ['20h15', '20:15'],
    ['0830', '08:30'],
    ['00:00', '00:00'],
    ['24:00', '00:00'],
    ['23:59', '23:59'],
    ['8', '08:00'],
    ['20', '20:00'],
    ['0', '00:00'],
    ['8pm', '20:00'],
    ['8 PM', '20:00'],
    ['8:30 PM', '20:30'],
    ['8 p.m.', '20:00'],
    ['8:05 a.m.', '08:05'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['12:30 am', '00:30'],
    ['20:15 pm', '20:15'],
    ['8م', '20:00'],
    ['٨ م', '20:00'],
    ['8 ص', '08:00'],
    ['8 مساء', '20:00'],
    ['٨ مساءً', '20:00'],
    ['8:30 مساءا', '20:30'],
    ['8 في المساء', '20:00'],
    ['8 الصبح', '08:00'],
    ['8 صباحاً', '08:00'],
    ['الساعة 9 ليلا', '21:00'],
    ['2 ليلا', '02:00'],
    ['12 ليلا', '00:00'],
    ['12 ظهرا', '12:00'],
    ['1 ظهرًا', '13:00'],
    ['11 ظهرا', '11:00'],
    ['4 عصرا', '16:00'],
    ['5 فجرا', '05:00'],
    ['2 بعد منتصف الليل', '02:00'],
    ['3 بعد الظهر', '15:00'],
    ['الثامنة صباحا', '08:00'],
    ['الثامنة', '08:00'],
    ['الساعة الثامنة', '08:00'],
    ['الثامنة والنصف مساءً', '20:30'],
    ['الثامِنة و النصف مساءً', '20:30'],
    ['السابعة إلا ربعا', '06:45'],
    ['السابعة إلا ربعًا مساءً', '18:45'],
    ['السابعة الا خمس دقائق صباحا', '06:55'],
    ['السابعة إلا خمسة', '06:55'],
    ['التاسعة والثلث', '09:20'],
    ['التاسعة والنصف إلا خمس دقائق', '09:25'],
    ['التاسعة وعشر دقائق مساء', '21:10'],
    ['الحادية عشرة والربع مساء', '23:15'],
    ['الثانية عشرة ظهرا', '12:00'],
    ['الثانية عشرة إلا ربعا ليلا', '23:45'],
    ['الثانية ظهرا', '14:00'],
    ['الثانية عشرة إلا ربعا صباحا', '11:45'],
    ['الثانية عشرة إلا ربعا مساء', '23:45'],
    ['12 إلا خمس دقائق مساء', '23:55'],
    ['quarter to twelve in the evening', '23:45'],
    ['quarter to twelve pm', '11:45'],
    ['quarter to 12 am', '23:45'],
    ['ten to twelve in the morning', '11:50'],
    ['اثنا عشر', '12:00'],
    ['الثامنة وعشرون دقيقة', '08:20'],
    ['تمانية ونص وخمسة', '08:35'],
    ['8 30', '08:30'],
    ['8 00', '08:00'],
    ['8 45 pm', '20:45'],
    ['ثمانية ونص مساء', '20:30'],
    ['8 ونصف', '08:30'],
    ['8 إلا ربع مساء', '19:45'],
    ['الظهر', '12:00'],
    ['noon', '12:00'],
    ['Noon', '12:00'],
    ['12 noon', '12:00'],
    ['midday', '12:00'],
    ['midnight', '00:00'],
    ['12 midnight', '00:00'],
    ['منتصف الليل', '00:00'],
    ['منتصف النهار', '12:00'],
    ["eight o'clock", '08:00'],
    ['8 o’clock pm', '20:00'],
    ['half past eight pm', '20:30'],
    ['quarter to 7', '06:45'],
    ['eight thirty', '08:30'],
    ['at 7 in the morning', '07:00'],
    ['9 at night', '21:00'],
    ['\u20678:30\u2069', '08:30'],
    ['8:30\u200f م', '20:30'],
    ['8 مساء.', '20:00'],
  ])('%s is %s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });
});

describe('several hours', () => {
  it.each([
    ['8,20', '08:00 20:00'],
    ['08:30, 20:15', '08:30 20:15'],
    ['٨:٣٠، ٢٠:١٥', '08:30 20:15'],
    ['8 صباحا و8 مساء', '08:00 20:00'],
    ['8 صباحا و 8 مساء', '08:00 20:00'],
    ['الثامنة صباحا والثامنة مساء', '08:00 20:00'],
    ['الثامنة والنصف والظهر والسادسة مساء', '08:30 12:00 18:00'],
    ['الثامنة والعاشرة', '08:00 10:00'],
    ['8 and 20', '08:00 20:00'],
    ['8am, noon & 8pm', '08:00 12:00 20:00'],
    ['8 9 10', '08:00 09:00 10:00'],
    ['8, noon', '08:00 12:00'],
    ['20:00 08:00 20:00', '08:00 20:00'],
    ['8;9|10', '08:00 09:00 10:00'],
    ['8\n9', '08:00 09:00'],
    ['6 12 18 00', '00:00 06:00 12:00 18:00'],
    ['الخامسة والربع والخامسة', '05:00 05:15'],
    ['يوميا الساعة 8 و الساعة 9', '08:00 09:00'],
  ])('%s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it('are at most 24', () => {
    const all = Array.from({ length: 24 }, (_, hour) => `${hour}:00`);
    expect(readHours(all.join(','))).toHaveProperty('times.length', 24);
    expect(readHours([...all, '0:00'].join(' '))).toHaveProperty('times.length', 24);
    const thirty = Array.from({ length: 30 }, (_, index) => clockTime(index * 40));
    expect(readHours(thirty.join(','))).toEqual({ problem: 'too-many', count: 30, limit: 24 });
  });
});

describe('what is no hour', () => {
  it.each([
    ['', 'none'],
    [' ، و ', 'none'],
    ['الساعة', 'none'],
    ['25:00', 'invalid | 25:00'],
    ['٢٥:٠٠', 'invalid | ٢٥:٠٠'],
    ['8:75', 'invalid | 8:75'],
    ['8:5', 'invalid | 8:5'],
    ['8:30:15', 'invalid | 8:30:15'],
    ['24:30', 'invalid | 24:30'],
    ['2460', 'invalid | 2460'],
    ['830', 'invalid | 830'],
    ['-8', 'invalid | -8'],
    ['8-10', 'invalid | 8-10'],
    ['8x', 'invalid | 8x'],
    ['20 صباحا', 'invalid | 20 صباحا'],
    ['13am', 'invalid | 13am'],
    ['0 pm', 'invalid | 0 pm'],
    ['8 ظهرا', 'invalid | 8 ظهرا'],
    ['08:00, 25:00, 20:00', 'invalid | 25:00'],
    ['8 or 9', 'invalid | or'],
    ['غدا', 'invalid | غدا'],
    ['المغرب', 'invalid | المغرب'],
    ['8:00 القاهرة', 'invalid | القاهرة'],
  ])('%s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it('names twelve in the evening as either', () => {
    expect(read('12 مساء')).toBe('ambiguous | 12 مساء | 00:00,12:00');
    expect(read('الثانية عشرة والنصف مساءً')).toBe('ambiguous | الثانية عشرة والنصف مساءً | 00:30,12:30');
  });

  it('is not shown back at any length', () => {
    const problem = readHours('x'.repeat(4000));
    expect(problem).toEqual({ problem: 'invalid', what: `${'x'.repeat(39)}…` });
  });
});

describe('any hour', () => {
  const minutes = fc.nat(1439);
  const arabic = (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);
  it('comes back from every way to write it', () => {
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 24 }), fc.nat(5), (list, way) => {
        const written = list.map((one) => {
          const hour = Math.floor(one / 60);
          const minute = String(one % 60).padStart(2, '0');
          const twelve = `${hour % 12 || 12}:${minute}`;
          return [
            clockTime(one),
            arabic(clockTime(one)),
            `${twelve}${hour < 12 ? 'am' : 'pm'}`,
            `${arabic(twelve)} ${hour < 12 ? 'ص' : 'م'}`,
            `الساعة ${twelve} ${hour < 12 ? 'صباحًا' : 'بعد الظهر'}`,
            `${hour}.${minute}`,
          ][way]!;
        });
        const expected = [...new Set(list.map(clockTime))].sort();
        for (const divided of [
          written.join(', '),
          written.join('، '),
          written.join(' و '),
          written.join(' '),
        ]) {
          expect(readHours(divided)).toEqual({ times: expected });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never breaks on any words', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '8',
        ':',
        '.',
        '75',
        'و',
        'والنصف',
        'إلا',
        'ربعا',
        'الثامنة',
        'م',
        'pm',
        'half past',
        'o',
        "'",
        'clock',
        ',',
      ),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const hours = readHours(words.join(' '));
        if ('times' in hours)
          for (const time of hours.times) expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        else expect(['none', 'invalid', 'ambiguous', 'too-many']).toContain(hours.problem);
      }),
      { numRuns: 500 },
    );
  });
});
