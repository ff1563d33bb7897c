import { scanMarkup } from './markup.ts';

/** Texts up to here, in UTF-16 units, cost little whatever they are made of. */
const SMALL = 250_000;
/** Tags of a thousand rich entries; and a tag longer than this, in UTF-16 units, holds attributes by the thousand. */
const MOST_TAGS = 60_000;
const LONGEST_TAG = 20_000;
const MOST_ENTITIES = 1000;

/**
 * Whether markup is so rich in tags, attributes or entities that a parser which builds a tree of it takes seconds: 200,000
 * attributes are within what a server may send. Told in one walk over the text.
 */
export function isBulky(markup: string): boolean {
  if (markup.length <= SMALL) return false;
  if (markup.split('<!ENTITY', MOST_ENTITIES + 2).length > MOST_ENTITIES + 1) return true;
  let tags = 0;
  let bulky = false;
  scanMarkup(markup, 'xml', (stop) => ({
    open({ start, end }) {
      bulky = ++tags > MOST_TAGS || end - start > LONGEST_TAG;
      if (bulky) stop();
    },
  }));
  return bulky;
}
