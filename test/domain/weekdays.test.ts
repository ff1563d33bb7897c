import { describe, expect, it } from 'vitest';
import { presetOf, WEEKDAY_PRESETS, weekdaysOf } from '../../src/domain/weekdays.ts';

describe('days of the week', () => {
  it('are in the form that a schedule keeps', () => {
    for (const preset of WEEKDAY_PRESETS) {
      expect(weekdaysOf(preset.weekdays)).toEqual(preset.weekdays);
      expect(presetOf([...preset.weekdays].reverse())).toBe(preset);
    }
    expect(presetOf([1, 2, 3, 4, 5, 6, 7])?.id).toBe('every-day');
    expect(presetOf([1, 3])).toBeUndefined();
  });
});
