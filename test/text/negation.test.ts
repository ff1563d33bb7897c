import { expect, test } from 'vitest';
import { polarityOf } from '../../src/text/negation.ts';

test.each(['unpaid', 'unmanned', 'nonbinding', 'homeless', 'inedible'])('%s denies in itself', (word) =>
  expect(polarityOf(word, '')).toBe('soft'),
);

test.each([
  'unveiled',
  'unleashed',
  'unearthed',
  'unfolded',
  'unanimously',
  'unctad',
  'nonstop',
  'nonetheless',
  'nevertheless',
  'regardless',
  'wireless',
])('%s only begins or ends like a denial', (word) => expect(polarityOf(word, '')).toBeUndefined());
