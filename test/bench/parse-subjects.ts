import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { readFeed } from '../../src/feeds/feed.ts';
import { makeFeeds } from './feed-farm.ts';
import type { Figures } from './figures.ts';

/** Feeds read before the clock runs. */
const WARM = 20;

type Read = (text: string) => unknown;

/** Ours does more: HTML becomes text, furniture goes, dates and links are read. */
const READERS: Record<string, () => Read> = {
  parse: () => (text) => readFeed(text, { url: 'https://paper.example/feed' }),
  feedsmith: () => (text) => parseFeed(text),
  'rss-parser': () => {
    const parser = new Parser();
    return (text) => parser.parseString(text);
  },
};

/** How fast one of the readers takes feeds of 75 kB, one after the other in one thread. */
export function measureParsing(name: string) {
  return async (feeds: number): Promise<Figures> => {
    const read = READERS[name]?.();
    if (!read) throw new Error(`no reader ${name}`);
    const texts = makeFeeds(feeds);
    for (const text of texts.slice(0, WARM)) await read(text);
    const start = performance.now();
    for (const text of texts) await read(text);
    const spent = (performance.now() - start) / 1000;
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return { 'MB/s': bytes / 1e6 / spent, 'feeds/s': feeds / spent };
  };
}
