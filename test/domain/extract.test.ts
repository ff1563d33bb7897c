import { describe, expect, test } from 'vitest';
import { extract } from '../../src/domain/extract.ts';

const TEXT = 'افتُتحت المكتبة صباح اليوم. وحضر الافتتاح سكان الحي كلّهم تقريبًا. وستبقى مفتوحة حتى المساء.';

describe('an extract', () => {
  test('is the first whole sentences, near the limit and never none', () => {
    expect(extract(TEXT, 1)).toEqual(['افتُتحت المكتبة صباح اليوم.']);
    expect(extract(TEXT, 9)).toHaveLength(2);
    expect(extract(TEXT, 99)).toHaveLength(3);
    expect(extract('', 10)).toEqual([]);
  });

  test('never takes a sentence that breaks off', () => {
    expect(extract(`${TEXT} وقال المدير إن الكت`, 99)).toHaveLength(3);
    expect(extract('جملة وحيدة بلا نقطة', 99)).toEqual(['جملة وحيدة بلا نقطة']);
  });
});
