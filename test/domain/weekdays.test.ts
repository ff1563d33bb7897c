import { describe, expect, it } from 'vitest';
import { presetOf, readWeekdays, WEEKDAY_PRESETS, weekdaysOf } from '../../src/domain/weekdays.ts';

describe('days of the week', () => {
  it.each([
    ['الأحد', [7]],
    ['الاحد والاثنين', [1, 7]],
    ['الإثنين، الأربعاء، الجمعة', [1, 3, 5]],
    ['يوم السبت ويوم الثلاثاء', [2, 6]],
    ['من الأحد إلى الخميس', [1, 2, 3, 4, 7]],
    ['من السبت للأربعاء', [1, 2, 3, 6, 7]],
    ['الأحد - الخميس', [1, 2, 3, 4, 7]],
    ['Sunday', [7]],
    ['Sundays and Fridays', [5, 7]],
    ['Mon, Wed', [1, 3]],
    ['mon/wed/fri', [1, 3, 5]],
    ['Sun-Thu', [1, 2, 3, 4, 7]],
    ['Saturday to Wednesday', [1, 2, 3, 6, 7]],
    ['Mon–Fri, Sun', [1, 2, 3, 4, 5, 7]],
    ['sat sat', [6]],
    ['Mon-Sun', []],
    ['every day', []],
    ['كل يوم', []],
    ['يوميًا', []],
  ])('%s', (words, weekdays) => {
    expect(readWeekdays(words)).toEqual({ weekdays });
  });

  it.each([
    ['', { problem: 'none' }],
    ['و', { problem: 'none' }],
    ['Funday', { problem: 'invalid', what: 'Funday' }],
    ['Mon, الأمس', { problem: 'invalid', what: 'الأمس' }],
    ['واحد', { problem: 'invalid', what: 'واحد' }],
    ['Mon-', { problem: 'invalid', what: 'Mon-' }],
    ['8', { problem: 'invalid', what: '8' }],
  ])('%j cannot be read', (words, expected) => {
    expect(readWeekdays(words)).toEqual(expected);
  });

  it.each([
    ['أيام العمل', ['sunday-thursday', 'monday-friday', 'saturday-wednesday', 'saturday-thursday']],
    ['weekdays', ['sunday-thursday', 'monday-friday', 'saturday-wednesday', 'saturday-thursday']],
    ['عطلة نهاية الأسبوع', ['friday-saturday', 'saturday-sunday']],
    ['weekend', ['friday-saturday', 'saturday-sunday']],
  ])('%s depend on the land', (words, ids) => {
    const read = readWeekdays(words);
    expect('choices' in read && read.choices.map(({ id }) => id)).toEqual(ids);
  });

  it('are in the form that a schedule keeps', () => {
    for (const preset of WEEKDAY_PRESETS) {
      expect(weekdaysOf(preset.weekdays)).toEqual(preset.weekdays);
      expect(presetOf([...preset.weekdays].reverse())).toBe(preset);
    }
    expect(presetOf([1, 2, 3, 4, 5, 6, 7])?.id).toBe('every-day');
    expect(presetOf([1, 3])).toBeUndefined();
  });
});
