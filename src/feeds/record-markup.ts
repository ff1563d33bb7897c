import { htmlToLine, htmlToText } from './html-text.ts';

/** Only what may hold markup is read as such; everything else stays to the letter. */
const MAY_BE_MARKUP = /[<&]/;

/** A record of a JSON file with the markup that exports leave in its texts read away; anything else comes back as it is. */
export function withoutMarkup(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
  const fields: Record<string, unknown> = { ...record };
  const clean = (name: string, read: (html: string) => string): void => {
    const text = fields[name];
    if (typeof text === 'string' && MAY_BE_MARKUP.test(text)) fields[name] = read(text) || text;
  };
  clean('title', htmlToLine);
  clean('body', (html) => htmlToText(html).text);
  clean('summary', (html) => htmlToText(html).text);
  return fields;
}
