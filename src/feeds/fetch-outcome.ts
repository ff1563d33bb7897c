import { AddressRefused, ConnectFailed } from './connect-failure.ts';
import { BodyTooLarge, BodyUndecodable } from './http-body.ts';

export interface FetchRequest {
  /** May carry `user:password@`; they are sent to that host only. */
  url: string;
  /** Validators, verbatim as an earlier outcome gave them … */
  etag?: string;
  lastModified?: string;
  /** … and the `finalUrl` of that outcome, when it was not `url`: they go to no other address. */
  validatorsFrom?: string;
  /** Media types wanted; default: feeds first, then any XML, HTML last. */
  accept?: string;
  /** Makes `fetch` reject with the signal's reason. */
  signal?: AbortSignal;
}

/** Where the answer came from. */
interface Whence {
  /** Without credentials. */
  finalUrl: string;
  /** Set when there were redirects and every one was permanent. */
  permanentUrl?: string;
}

interface Revalidation {
  etag?: string;
  lastModified?: string;
  /** Milliseconds for which the server calls the answer fresh. */
  freshForMs?: number;
}

export interface Fetched extends Whence, Revalidation {
  kind: 'fetched';
  /** Decoded from gzip and the like, in memory that may be transferred. */
  bytes: Uint8Array<ArrayBuffer>;
  /** In lower case, without parameters. */
  contentType?: string;
  charset?: string;
  retryAfterMs?: number;
  /** The server's clock, milliseconds since the epoch. */
  dateMs?: number;
}

/** The server confirms what is known; validators are those of the answer, else those of the request. */
export interface NotModified extends Whence, Revalidation {
  kind: 'notModified';
}

export type FailureReason =
  | 'refused-address'
  | 'bad-url'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'http'
  | 'challenge'
  | 'decode'
  | 'network';

export interface FetchFailed {
  kind: 'failed';
  reason: FailureReason;
  /** Of an answer that was no feed. */
  status?: number;
  /** With 429 and 503: how long to wait, at most a day. */
  retryAfterMs?: number;
  /** 410: the source is no more. */
  gone?: boolean;
  /** For the log: names hosts, never paths, queries, credentials or addresses. */
  detail: string;
}

export type FetchOutcome = Fetched | NotModified | FetchFailed;

export function failed(reason: FailureReason, detail: string, rest: Partial<FetchFailed> = {}): FetchFailed {
  return { kind: 'failed', reason, detail, ...rest };
}

/** What went wrong on the network, as an outcome. `timedOut`: the total deadline had passed. */
export function networkFailure(error: unknown, timedOut: boolean): FetchFailed {
  if (error instanceof AddressRefused) return failed('refused-address', error.message);
  if (timedOut) return failed('timeout', 'not done in time');
  if (error instanceof ConnectFailed) return failed(error.phase, error.message);
  if (error instanceof BodyTooLarge) return failed('too-large', error.message);
  if (error instanceof BodyUndecodable) return failed('decode', error.message);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return failed('too-large', 'headers too large');
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return failed('timeout', 'no answer in time');
  if (code === 'UND_ERR_BODY_TIMEOUT') return failed('timeout', 'the body stopped coming');
  return failed('network', `connection broke: ${code}`);
}
