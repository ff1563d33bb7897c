import { Agent } from 'undici';
import type { Lookup } from './address-book.ts';
import { createAddressBook } from './address-book.ts';
import { withDeadline } from './deadline.ts';
import type { FetchFailed, FetchOutcome, FetchRequest } from './fetch-outcome.ts';
import { failed, networkFailure } from './fetch-outcome.ts';
import type { Dial, Timeout } from './guarded-connect.ts';
import { createGuardedConnect, unlessAborted } from './guarded-connect.ts';
import { createHostQueue } from './host-queue.ts';
import { conditionsFor, readAnswer, requestHeaders, withBody } from './http-answer.ts';
import { readBody } from './http-body.ts';
import { announcedLength, contentEncodings } from './http-headers.ts';
import type { Hop } from './redirects.ts';
import { firstHop } from './redirects.ts';

/** Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Whole fetch, redirects included, waiting for a place in the queue excluded. */
  totalMs: number;
  /** Lookup, TCP and TLS of one connection. */
  connectMs: number;
  /** From the request to the end of the headers. */
  headersMs: number;
  /** Of the body, as sent and as decoded. */
  bytes: number;
  headerBytes: number;
  redirects: number;
  /** Connections to one host name, and to one address, at once. */
  perHost: number;
  /** Fetches at once. */
  total: number;
}

const LIMITS: Limits = {
  totalMs: 30_000,
  connectMs: 10_000,
  headersMs: 15_000,
  bytes: 10_000_000,
  headerBytes: 32_768,
  redirects: 5,
  perHost: 2,
  total: 32,
};

export interface FetcherOptions {
  /** Opens private and special addresses, and nothing else. */
  allowPrivate: boolean;
  now: () => number;
  userAgent: string;
  lookup?: Lookup;
  dial?: Dial;
  timeout?: Timeout;
  limits?: Partial<Limits>;
}

export interface Fetcher {
  /** Gets one URL. What servers and networks do is an outcome; only an abort by the caller rejects. */
  fetch(request: FetchRequest): Promise<FetchOutcome>;
  /** Ends open connections. */
  close(): Promise<void>;
}

/** An idle connection is kept for this long at most, in milliseconds, whatever its server offers. */
const IDLE = 10_000;

/**
 * A fetcher for addresses that strangers chose: no private address, scheme or port is reached on any hop, bodies and
 * times are bounded, and no host is asked for more than two things at once.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { now, userAgent } = options;
  const limits = { ...LIMITS, ...options.limits };
  const timeout = options.timeout ?? ((ms) => AbortSignal.timeout(ms));
  const addresses = createAddressBook(options);
  const queue = createHostQueue({ perKey: limits.perHost, total: limits.total });
  const agent = new Agent({
    connect: createGuardedConnect({
      addresses,
      connectMs: limits.connectMs,
      timeout,
      ...(options.dial ? { dial: options.dial } : {}),
    }),
    allowH2: false,
    pipelining: 1,
    connections: limits.perHost,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.totalMs,
    maxHeaderSize: limits.headerBytes,
    keepAliveMaxTimeout: IDLE,
  });

  async function fetch(request: FetchRequest): Promise<FetchOutcome> {
    let hop = firstHop(request.url);
    if (!hop) return failed('bad-url', 'not an http(s) URL');
    let left = limits.totalMs;

    /** Does a piece of work within what is left of the total time. */
    function timed<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value | FetchFailed> {
      return withDeadline(
        async (signal, isOver): Promise<Value | FetchFailed> => {
          const start = now();
          try {
            return await work(signal);
          } catch (error) {
            request.signal?.throwIfAborted();
            return networkFailure(error, isOver());
          } finally {
            // The wall clock may have been set back or forth meanwhile.
            left -= Math.min(Math.max(now() - start, 0), left);
          }
        },
        { ms: left, outer: request.signal, timeout: options.timeout },
      );
    }

    for (;;) {
      const at: Hop = hop;
      const keys = await timed((signal) => unlessAborted(placesOf(at.url), signal));
      if ('kind' in keys) return keys;
      const release = await queue.take(keys, request.signal);
      let answer: FetchOutcome | Hop;
      try {
        answer = await timed((signal) => ask(at, request, signal));
      } finally {
        release();
      }
      if ('kind' in answer) return answer;
      if (answer.redirects > limits.redirects) {
        return failed('too-many-redirects', `more than ${limits.redirects} redirects`);
      }
      hop = answer;
    }
  }

  /** What a request to this URL takes a place of: its host, and its addresses unless these are all the same machine's. */
  async function placesOf({ hostname }: URL): Promise<string[]> {
    const checked = await addresses(hostname.replace(/^\[|\]$/g, ''));
    const host = `host ${hostname.replace(/\.$/, '')}`;
    return options.allowPrivate ? [host] : [host, ...checked.map((address) => `address ${address}`)];
  }

  async function ask(hop: Hop, request: FetchRequest, signal: AbortSignal): Promise<FetchOutcome | Hop> {
    const conditions = conditionsFor(hop, request);
    const asked = agent.request({
      origin: hop.url.origin,
      path: hop.url.pathname + hop.url.search,
      method: 'GET',
      headers: requestHeaders(hop, conditions, { userAgent, accept: request.accept }),
      signal,
    });
    // While it connects, undici does not look at the signal.
    const { statusCode, headers, body } = await unlessAborted(asked, signal);
    body.on('error', () => {});

    const answer = readAnswer(hop, statusCode, headers, conditions, now());
    if (answer !== 'body') {
      // A 304 has no body, and its connection stays; any other body is not worth its bytes.
      if (statusCode === 304) await body.dump({ limit: 1024, signal });
      else body.destroy();
      return answer;
    }
    const announced = announcedLength(headers);
    if (announced > limits.bytes) {
      body.destroy();
      return failed('too-large', `${announced} bytes announced`, { status: statusCode });
    }
    const encodings = contentEncodings(headers);
    return withBody(hop, headers, await readBody(body, { encodings, cap: limits.bytes, signal }), now());
  }

  return { fetch, close: () => agent.destroy() };
}
