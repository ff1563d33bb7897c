import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/feeds/decode.ts';
import { readFeed } from '../../src/feeds/feed.ts';
import { readDate } from '../../src/text/dates.ts';

const FOLDER = new URL('../fixtures/feeds/', import.meta.url);
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.xml'));

/** What a fixture says of itself: one sentence, then `name: value` lines about the feed or its first item. */
function expectations(text: string) {
  const comment = /<!-- Proves: (.*)\n([\s\S]*?)-->/.exec(text);
  if (!comment) throw new Error('the fixture does not say what it proves');
  const lines = (comment[2] ?? '').split('\n').filter((line) => line.trim());
  return {
    proves: comment[1] ?? '',
    facts: lines.map(
      (line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()] as const,
    ),
  };
}

describe('feeds as they are in the wild', () => {
  test.each(names)('%s', (name) => {
    const text = decode(readFileSync(new URL(name, FOLDER)));
    const { proves, facts } = expectations(text);
    const feed = readFeed(text);
    const [first] = feed.items;
    const date = first?.publishedAt && readDate(first.publishedAt)?.at;
    const found: Record<string, unknown> = {
      items: feed.items.length,
      feed: feed.title,
      site: feed.site,
      ttl: feed.ttlMinutes,
      nolink: feed.items.filter((item) => !item.url).length,
      id: first?.id,
      title: first?.title,
      url: first?.url,
      body: first?.body,
      summary: first?.summary ?? '',
      author: first?.author,
      image: first?.image,
      date: date ? new Date(date).toISOString() : undefined,
    };
    expect(facts.length, proves).toBeGreaterThan(0);
    for (const [fact, value] of facts) {
      expect(String(found[fact]).replaceAll('\n', '⏎'), `${fact}: ${proves}`).toBe(value);
    }
  });
});
