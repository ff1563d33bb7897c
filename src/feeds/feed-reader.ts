import type { FeedReader, FeedVisit, Validators } from '../domain/ports.ts';
import { createArticlePages } from './article-page.ts';
import type { FeedReading } from './feed-item.ts';
import { NotAFeed } from './feed-item.ts';
import type { Fetcher } from './fetch.ts';
import type { Fetched } from './fetch-outcome.ts';
import type { FeedParser } from './parse.ts';
import { ParseTimeout } from './parse.ts';

export interface FeedReaderDoors {
  fetcher: Pick<Fetcher, 'fetch'>;
  parser: Pick<FeedParser, 'feed' | 'page' | 'links'>;
  userAgent: string;
  now(): number;
}

/** Fetches and reads feeds and pages; the fetcher keeps strangers' addresses off private ground. */
export function createFeedReader(doors: FeedReaderDoors): FeedReader {
  const { fetcher, parser } = doors;

  async function read(answer: Fetched, url: string, findLinks: boolean): Promise<FeedVisit> {
    const hints = answer.charset === undefined ? {} : { charset: answer.charset };
    let feed: FeedReading;
    try {
      feed = await parser.feed(answer.bytes, { ...hints, url: answer.finalUrl });
    } catch (error) {
      if (error instanceof ParseTimeout) return { kind: 'failed', reason: 'too-long-to-read' };
      if (!(error instanceof NotAFeed)) return { kind: 'failed', reason: 'unreadable' };
      const links = findLinks
        ? await parser.links(answer.bytes, { ...hints, url: answer.finalUrl })
        : undefined;
      return { kind: 'failed', reason: 'not-a-feed', ...(links ? { links } : {}) };
    }
    const { finalUrl, permanentUrl, freshForMs, retryAfterMs } = answer;
    return {
      kind: 'fetched',
      feed,
      validators: validatorsOf(answer, url),
      finalUrl,
      ...(permanentUrl === undefined ? {} : { permanentUrl }),
      ...(freshForMs === undefined ? {} : { freshForMs }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }

  return {
    articlePage: createArticlePages(doors),
    async visit({ findLinks = false, ...request }) {
      const answer = await fetcher.fetch(request);
      if (answer.kind === 'fetched') return read(answer, request.url, findLinks);
      if (answer.kind === 'notModified') {
        const { permanentUrl, freshForMs } = answer;
        return {
          kind: 'notModified',
          validators: validatorsOf(answer, request.url),
          ...(permanentUrl === undefined ? {} : { permanentUrl }),
          ...(freshForMs === undefined ? {} : { freshForMs }),
        };
      }
      const { reason, status, retryAfterMs, gone } = answer;
      return {
        kind: 'failed',
        reason,
        ...(status === undefined ? {} : { status }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(gone === undefined ? {} : { gone }),
      };
    },
  };
}

/** Validators verbatim, and whose they are when redirects led elsewhere. */
function validatorsOf(
  { etag, lastModified, finalUrl }: { etag?: string; lastModified?: string; finalUrl: string },
  url: string,
): Validators {
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(finalUrl === url ? {} : { validatorsFrom: finalUrl }),
  };
}
