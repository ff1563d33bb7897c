import { defined } from './defined.ts';
import type { Fetched, FetchOutcome, FetchRequest } from './fetch-outcome.ts';
import { failed } from './fetch-outcome.ts';
import { ACCEPTED_ENCODINGS } from './http-body.ts';
import type { Headers } from './http-headers.ts';
import {
  contentType,
  freshFor,
  header,
  isSendable,
  location,
  retryAfter,
  serverDate,
  validators,
} from './http-headers.ts';
import type { Hop } from './redirects.ts';
import { authorization, firstHop, isRedirect, nextHop, permanentUrl } from './redirects.ts';

export interface Conditions {
  etag?: string;
  lastModified?: string;
}

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.5';

/** The validators to send on this hop: only to the address whose answer they came with. */
export function conditionsFor(hop: Hop, request: FetchRequest): Conditions {
  const ownAddress = hop.redirects === 0 && request.validatorsFrom === undefined;
  if (!ownAddress && firstHop(request.validatorsFrom ?? request.url)?.url.href !== hop.url.href) return {};
  const { etag, lastModified } = request;
  return defined({
    etag: etag && isSendable(etag) ? etag : undefined,
    lastModified: lastModified && isSendable(lastModified) ? lastModified : undefined,
  });
}

export function requestHeaders(
  hop: Hop,
  conditions: Conditions,
  { userAgent, accept }: { userAgent: string; accept: string | undefined },
): Record<string, string> {
  return defined({
    'user-agent': userAgent,
    accept: accept ?? ACCEPT,
    'accept-encoding': ACCEPTED_ENCODINGS,
    authorization: authorization(hop),
    'if-none-match': conditions.etag,
    'if-modified-since': conditions.lastModified,
  });
}

/**
 * What the status line and headers of an answer mean: an outcome, the next hop, or `body` when a feed may follow.
 * `conditions` are the validators that had been sent; a 304 nobody asked for is a fault.
 */
export function readAnswer(
  hop: Hop,
  status: number,
  headers: Headers,
  conditions: Conditions,
  now: number,
): FetchOutcome | Hop | 'body' {
  const host = hop.url.hostname;
  if (header(headers, 'cf-mitigated')?.toLowerCase() === 'challenge') {
    return failed('challenge', `${host} wants a person to pass its check`, { status });
  }
  if (status === 200 || status === 203) return 'body';
  if (status === 304 && (conditions.etag || conditions.lastModified)) {
    const freshForMs = freshFor(headers, now);
    return defined({
      kind: 'notModified' as const,
      ...conditions,
      ...validators(headers),
      ...whence(hop),
      freshForMs,
    });
  }
  const target = isRedirect(status) ? location(headers) : undefined;
  if (target !== undefined) {
    return (
      nextHop(hop, status, target) ?? failed('bad-url', `${host} redirects to no http(s) URL`, { status })
    );
  }
  const wait = status === 429 || status === 503 ? retryAfter(headers, now) : undefined;
  return failed('http', `${host} answered ${status}`, {
    status,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(status === 410 ? { gone: true } : {}),
  });
}

/** The outcome of an answer whose body was read. */
export function withBody(hop: Hop, headers: Headers, bytes: Uint8Array<ArrayBuffer>, now: number): Fetched {
  return defined({
    kind: 'fetched' as const,
    bytes,
    ...contentType(headers),
    ...validators(headers),
    ...whence(hop),
    freshForMs: freshFor(headers, now),
    retryAfterMs: retryAfter(headers, now),
    dateMs: serverDate(headers),
  });
}

function whence(hop: Hop): { finalUrl: string; permanentUrl?: string } {
  return defined({ finalUrl: hop.url.href, permanentUrl: permanentUrl(hop) });
}
