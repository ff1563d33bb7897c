import { expect, test } from 'vitest';
import { unitOf } from '../../src/text/units.ts';

test.each([
  [['الساعة', 'للساعة', 'hour', 'ساعتين', 'وللساعات']],
  [['الطن', 'للطن', 'tonnes', 'طنين']],
  [['قرية', 'قريتين', 'القرى', 'villages']],
  [['دولار', 'دولارين', 'للدولار']],
  [['درجة', 'درجتان', 'degrees']],
])('%j are one unit', (words) => {
  const units = words.map((word) => unitOf(word.replace(/ة$/, 'ه').replace(/ى$/, 'ي')));
  expect(units[0]).toBeDefined();
  expect(new Set(units).size).toBe(1);
});

test.each(['لله', 'للجميع', 'سكان', 'انسان'])('%s is none', (word) => expect(unitOf(word)).toBeUndefined());
