import { readLink } from '../domain/link.ts';

/** One address on the way to a feed. */
export interface Hop {
  /** Without credentials and fragment. */
  url: URL;
  /** `user:password`, as the first URL gave them, for as long as the way has not left its host. */
  credentials?: { username: string; password: string };
  /** Redirects so far. */
  redirects: number;
  /** Whether each of them was permanent (301, 308) and none led from https to http. */
  permanent: boolean;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export const isRedirect = (status: number) => REDIRECTS.has(status);

/** The first hop to a URL; `undefined` when that is no http(s) URL. */
export function firstHop(link: string): Hop | undefined {
  const url = readLink(link);
  if (!url) return undefined;
  const { username, password } = url;
  return {
    url: bare(url),
    ...(username || password ? { credentials: { username, password } } : {}),
    redirects: 0,
    permanent: true,
  };
}

/**
 * Where a redirect leads; `undefined` when that is no http(s) URL. Credentials in a `Location` are dropped, and those
 * of the first URL stay only on the same origin or from http to https on the default ports of the same host.
 */
export function nextHop(hop: Hop, status: number, location: string): Hop | undefined {
  const target = readLink(location, hop.url.href);
  if (!target) return undefined;
  const url = bare(target);
  const secured = hop.url.protocol === 'http:' && url.protocol === 'https:';
  const upgraded = secured && hop.url.hostname === url.hostname && !hop.url.port && !url.port;
  const bared = hop.url.protocol === 'https:' && url.protocol === 'http:';
  return {
    url,
    ...(hop.credentials && (upgraded || hop.url.origin === url.origin)
      ? { credentials: hop.credentials }
      : {}),
    redirects: hop.redirects + 1,
    permanent: hop.permanent && (status === 301 || status === 308) && !bared,
  };
}

/** The value of the `Authorization` header (RFC 7617) for this hop, if it has one. */
export function authorization(hop: Hop): string | undefined {
  if (!hop.credentials) return undefined;
  const { username, password } = hop.credentials;
  return `Basic ${Buffer.from(`${plain(username)}:${plain(password)}`).toString('base64')}`;
}

/** Where every request on the way was moved for good, credentials included when they still belong there. */
export function permanentUrl(hop: Hop): string | undefined {
  if (hop.redirects === 0 || !hop.permanent) return undefined;
  const url = new URL(hop.url);
  if (hop.credentials) Object.assign(url, hop.credentials);
  return url.href;
}

function bare(url: URL): URL {
  const copy = new URL(url);
  // Each assignment reads the whole URL anew, and hardly any has these parts.
  if (copy.username !== '') copy.username = '';
  if (copy.password !== '') copy.password = '';
  // An empty fragment still leaves its sign.
  if (copy.href.includes('#')) copy.hash = '';
  return copy;
}

function plain(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
