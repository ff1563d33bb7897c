import { badRequest } from './errors.ts';

/** Telegram's seconds since 1970: a whole number of 32 bits. Throws its 400 for any other, in the words of TDLib's parser. */
export function unixTime(value: unknown, what: 'MessageEntity' | 'RichText'): number {
  const refused = (reason: string) => badRequest(`can't parse ${what}: ${reason}`);
  if (value === undefined) throw refused('Can\'t find field "unix_time"');
  if (typeof value !== 'number' && typeof value !== 'string')
    throw refused('Field "unix_time" must be of type Number');
  const time = wholeNumber(value);
  if (time === undefined) throw refused(`Can't parse as an integer string "${value}"`);
  return time;
}

/** A number as it is written, if 32 bits hold it. */
export function wholeNumber(value: number | string): number | undefined {
  const number = Number(value) | 0;
  return String(number) === String(value) ? number : undefined;
}
