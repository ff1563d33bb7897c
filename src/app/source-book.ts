import type { Language } from '../domain/languages.ts';
import { readLink, siteOf } from '../domain/link.ts';
import type { Clock, FeedReader, FeedVisit, SourceTally, Store } from '../domain/ports.ts';
import type { SourceRecord } from '../domain/source.ts';
import { publicUrl, sourceAddress, sourceName } from '../domain/source.ts';
import { detectLanguage } from '../text/language.ts';
import { cutAt } from '../text/lengths.ts';

/** What became of a wish to add a source. */
export type Addition =
  | { kind: 'added' | 'known'; source: SourceRecord; items: number }
  | { kind: 'not-a-link' | 'private-address' | 'no-feed' | 'unreadable' }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'refused'; status: number };

/** The sources of the house, for those who ask after them and those who change them. */
export interface SourceBook {
  /** In the order in which they were added. */
  list(): Promise<SourceRecord[]>;
  /** Outlets of which articles are kept that came from none of the sources. */
  others(): Promise<SourceTally[]>;
  /** Looks whether there is a feed, or a page that names one, and adds it. */
  add(words: string): Promise<Addition>;
  /** Removes the source that a number of the list (from 1), an id or a URL names, and says which it was. */
  remove(words: string): Promise<SourceRecord | undefined>;
  /** The sources as an OPML list, in folders by first topic; names in a language. */
  opml(title: string, language: Language, folder: (topic: string) => string): Promise<string>;
}

export interface SourceBookDoors {
  store: Store;
  feeds: Pick<FeedReader, 'visit'>;
  now: Clock;
  /** Told when there are new sources to ask. */
  onAdded(): void;
  writeOpml(sources: readonly { name: string; url: string; category?: string }[], title: string): string;
}

/** Longest name that a feed gives itself, in UTF-16 units. */
const LONGEST_NAME = 80;
/** Feeds of one page that are tried, best first. */
const MOST_TRIED = 3;

type Fetched = Extract<FeedVisit, { kind: 'fetched' }>;

export function createSourceBook({ store, feeds, now, onAdded, writeOpml }: SourceBookDoors): SourceBook {
  async function knownAt(...urls: string[]): Promise<SourceRecord | undefined> {
    const addresses = urls.map(sourceAddress);
    return (await store.sources()).find(({ url }) => addresses.includes(sourceAddress(url)));
  }

  /** The feed at a URL, or the first readable one that the page there names. */
  async function findFeed(url: string): Promise<{ url: string; visit: FeedVisit }> {
    const visit = await feeds.visit({ url, findLinks: true });
    const links = visit.kind === 'failed' ? (visit.links ?? []) : [];
    for (const link of links.slice(0, MOST_TRIED)) {
      const found = await feeds.visit({ url: link });
      if (found.kind === 'fetched') return { url: link, visit: found };
    }
    return { url, visit };
  }

  return {
    list: () => store.sources(),
    async others() {
      const names = new Set(
        (await store.sources()).flatMap(({ name }) =>
          typeof name === 'string' ? [name] : [name.ar, name.en],
        ),
      );
      return (await store.sourceTallies()).filter(({ name }) => !names.has(name));
    },
    async add(words) {
      const asked = readAddress(words);
      if (!asked) return { kind: 'not-a-link' };
      const there = await knownAt(asked);
      if (there) return { kind: 'known', source: there, items: 0 };
      const { url, visit } = await findFeed(asked);
      if (visit.kind !== 'fetched') return refusalOf(visit);
      const known = await knownAt(url, visit.finalUrl);
      if (known) return { kind: 'known', source: known, items: visit.feed.items.length };

      const language = languageOf(visit);
      const title = cutAt((visit.feed.title ?? '').trim(), LONGEST_NAME);
      const name = title || siteOf(url) || url;
      await store.addSources([{ name, url, ...(language ? { language } : {}) }], 'admin', now());
      onAdded();
      const source = await knownAt(url);
      if (!source) throw new Error('a source that was just added is not there');
      return { kind: 'added', source, items: visit.feed.items.length };
    },
    async remove(words) {
      const records = await store.sources();
      const address = readAddress(words);
      const meant = /^\d{1,5}$/.test(words)
        ? records[Number(words) - 1]
        : records.find(
            ({ id, url }) => id === words || (address && sourceAddress(url) === sourceAddress(address)),
          );
      return meant && (await store.removeSource(meant.id)) ? meant : undefined;
    },
    async opml(title, language, folder) {
      const listed = (await store.sources()).map(({ name, url, topics: [topic] }) => ({
        name: sourceName(name, language),
        url: publicUrl(url),
        ...(topic ? { category: folder(topic) } : {}),
      }));
      return writeOpml(listed, title);
    },
  };
}

/** A URL as people write it: `example.org/feed` counts. */
function readAddress(words: string): string | undefined {
  const text = words.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  if (/^https?:\/\//i.test(text)) return readLink(text)?.href;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return undefined;
  const host = /^([\p{L}\p{N}.-]+|\[[\da-f:.]+\])(?::\d+)?(?:[/?].*)?$/iu.exec(text)?.[1] ?? '';
  const named = /\.\p{L}{2,}\.?$|^localhost$|^\d+\.\d+\.\d+\.\d+$|^\[/iu.test(host);
  return named ? readLink(`https://${text}`)?.href : undefined;
}

function refusalOf(visit: Exclude<FeedVisit, Fetched>): Addition {
  if (visit.kind === 'notModified') return { kind: 'no-feed' };
  const { reason, status } = visit;
  if (reason === 'refused-address') return { kind: 'private-address' };
  if (reason === 'bad-url') return { kind: 'not-a-link' };
  if (reason === 'not-a-feed') return { kind: 'no-feed' };
  if (status !== undefined) return { kind: 'refused', status };
  if (['dns', 'connect', 'tls', 'timeout', 'network'].includes(reason))
    return { kind: 'unreachable', reason };
  return { kind: 'unreadable' };
}

/** The language of a feed's headlines, where it can be told. */
function languageOf({ feed }: Fetched): string | undefined {
  const sample = feed.items
    .slice(0, 20)
    .map(({ title, summary }) => `${title}\n${summary ?? ''}`)
    .join('\n');
  const language = sample ? detectLanguage(sample) : 'und';
  return language === 'und' ? undefined : language;
}
