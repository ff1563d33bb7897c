import type { Fetcher } from './fetch.ts';
import type { FeedParser } from './parse.ts';
import { allowedByRobots } from './robots.ts';

export interface ArticlePageDoors {
  fetcher: Pick<Fetcher, 'fetch'>;
  parser: Pick<FeedParser, 'page'>;
  userAgent: string;
  now(): number;
}

/** A site's robots.txt is asked for again after an hour, one that could not be had after ten minutes (ms). */
const REMEMBERED = 3_600_000;
const RETRIED = 600_000;
const MOST_SITES = 2000;
const PAGES = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

/** Reads the text of article pages: politely, and apart from the main thread. */
export function createArticlePages({ fetcher, parser, userAgent, now }: ArticlePageDoors) {
  const rules = new Map<string, { text: Promise<string | undefined>; until: number }>();

  /** The rules of a site; `undefined` when they could not be had, which forbids everything (RFC 9309, 2.3.1). */
  async function fetchRules(origin: string): Promise<string | undefined> {
    const answer = await fetcher.fetch({ url: `${origin}/robots.txt`, accept: 'text/plain, */*;q=0.5' });
    if (answer.kind === 'fetched') return new TextDecoder().decode(answer.bytes);
    const none = answer.kind === 'failed' && (answer.status ?? 0) >= 400 && (answer.status ?? 0) < 500;
    return none && answer.status !== 429 ? '' : undefined;
  }

  function rulesOf(origin: string): Promise<string | undefined> {
    const known = rules.get(origin);
    if (known && known.until > now()) return known.text;
    if (rules.size >= MOST_SITES) rules.clear();
    const text = fetchRules(origin);
    const entry = { text, until: now() + REMEMBERED };
    rules.set(origin, entry);
    void text.then((found) => {
      if (found === undefined) entry.until = now() + RETRIED;
    });
    return text;
  }

  return async (link: string, signal?: AbortSignal): Promise<string | undefined> => {
    const url = URL.parse(link);
    if (!url) return undefined;
    const robots = await rulesOf(url.origin);
    if (robots === undefined || !allowedByRobots(robots, url.pathname + url.search, userAgent))
      return undefined;
    const answer = await fetcher.fetch({ url: link, accept: PAGES, ...(signal ? { signal } : {}) });
    if (answer.kind !== 'fetched' || !isPage(answer.contentType)) return undefined;
    try {
      return await parser.page(answer.bytes, answer.charset === undefined ? {} : { charset: answer.charset });
    } catch {
      // A page that cannot be read, or not in time, leaves the feed's own text as it is.
      return undefined;
    }
  };
}

function isPage(type: string | undefined): boolean {
  return type === undefined || /html|^text\/plain$/.test(type);
}
