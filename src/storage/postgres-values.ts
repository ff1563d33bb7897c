import type { Value } from './driver.ts';
import { whole } from './driver.ts';

/** Type numbers of Postgres whose values JavaScript would otherwise get as text or in another shape than from SQLite. */
const NUMBERS = new Set([20, 21, 23, 26, 700, 701, 1700]);
const BOOLEAN = 16;
const BYTES = 17;

type Parse = (text: string) => unknown;

/** Reads what comes back: numbers as numbers, truth as 1 or 0, everything else as text. */
export const types = {
  getTypeParser(oid: number): Parse {
    if (NUMBERS.has(oid)) return toNumber;
    if (oid === BOOLEAN) return (text) => (text === 't' ? 1 : 0);
    if (oid === BYTES) return (text) => Buffer.from(text.slice(2), 'hex');
    return (text) => text;
  },
};

function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new RangeError(`${text} is beyond the whole numbers that JavaScript keeps exact`);
  return value;
}

/**
 * Parameters as they go out. Throws `TypeError` for a marker without a storable value. NUL, which Postgres has no place
 * for in text, becomes the sign for what cannot be shown.
 */
export function outgoing(sql: string, parameters: readonly Value[]): (string | null)[] {
  for (const [, number] of sql.matchAll(/\$(\d+)/g)) {
    if (parameters[Number(number) - 1] === undefined)
      throw new TypeError(`no value for $${number} in: ${sql}`);
  }
  return parameters.map((value, position) => {
    if (value === null) return null;
    if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
    if (typeof value === 'number') return String(whole(value));
    throw new TypeError(`not a storable value for $${position + 1} in: ${sql}`);
  });
}
