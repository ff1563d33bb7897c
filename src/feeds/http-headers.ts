/** Response headers as undici gives them: names in lower case, each byte of a value one character. */
export type Headers = Record<string, string | string[] | undefined>;

/** A server may not silence us for longer than this: one day, in milliseconds. */
const LONGEST_WAIT = 86_400_000;

/** The first value of a header, byte for byte; empty ones count as absent. */
export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

/** All values of a list header, in order, in lower case. */
function list(headers: Headers, name: string): string[] {
  return [headers[name] ?? []]
    .flat()
    .flatMap((value) => value.toLowerCase().split(','))
    .map((item) => item.trim())
    .filter(Boolean);
}

/** The validators of a response, verbatim, to be sent back with the next request. */
export function validators(headers: Headers): { etag?: string; lastModified?: string } {
  const etag = header(headers, 'etag');
  const lastModified = header(headers, 'last-modified');
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

/** Whether a stored value can go into a request header: no controls, and each character one byte. */
export const isSendable = (value: string) => /^[\t\x20-\x7e\x80-\xff]+$/.test(value);

/** The content codings that were applied, in that order (RFC 9110, section 8.4). */
export function contentEncodings(headers: Headers): string[] {
  return list(headers, 'content-encoding').filter((coding) => coding !== 'identity');
}

/** The length that the server announces, in bytes as sent; NaN when it does not. */
export const announcedLength = (headers: Headers) => Number(header(headers, 'content-length') ?? Number.NaN);

/** The media type in lower case, and the charset as the server named it. */
export function contentType(headers: Headers): { contentType?: string; charset?: string } {
  const [type, ...parameters] = (header(headers, 'content-type') ?? '').split(';');
  const contentType = type?.trim().toLowerCase();
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([^"'\s]+)/i.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  return { ...(contentType ? { contentType } : {}), ...(charset ? { charset: charset.toLowerCase() } : {}) };
}

/** Where a redirect leads. Servers send bytes of UTF-8 here, though only ASCII is allowed. */
export function location(headers: Headers): string | undefined {
  const value = header(headers, 'location');
  if (value === undefined) return undefined;
  const bytes = Buffer.from(value, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? value : text;
}

/** The server's own time, in milliseconds since the epoch. */
export function serverDate(headers: Headers): number | undefined {
  return httpDate(header(headers, 'date'));
}

/**
 * How long the server asks to be left alone, in milliseconds, at most a day: `Retry-After` in seconds or as a date
 * (RFC 9110, section 10.2.3), a date being measured by the server's own clock where it shows one.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = header(headers, 'retry-after')?.trim();
  if (value === undefined) return undefined;
  const at = httpDate(value);
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : at === undefined
      ? undefined
      : at - (serverDate(headers) ?? now);
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}

/**
 * How long the response stays fresh, in milliseconds: `max-age` less `Age`, else `Expires` (RFC 9111, section 4.2).
 * Absent when nothing is said or it is stale already.
 */
export function freshFor(headers: Headers, now: number): number | undefined {
  const directives = list(headers, 'cache-control');
  if (directives.some((directive) => /^no-(store|cache)\b/.test(directive))) return undefined;
  const maxAge = directives.map((directive) => /^max-age\s*=\s*"?(\d+)/.exec(directive)?.[1]).find(Boolean);
  const expires = httpDate(header(headers, 'expires'));
  const fresh =
    maxAge !== undefined
      ? (Number(maxAge) - (Number(header(headers, 'age')) || 0)) * 1000
      : expires === undefined
        ? undefined
        : expires - (serverDate(headers) ?? now);
  return fresh !== undefined && fresh > 0 ? Math.min(fresh, Number.MAX_SAFE_INTEGER) : undefined;
}

/** An HTTP date (RFC 9110, section 5.6.7); numbers alone, such as `Expires: 0`, are none. */
function httpDate(value: string | undefined): number | undefined {
  if (value === undefined || !/[a-z]/i.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}
