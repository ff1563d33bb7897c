/** Query parameters that say where a reader came from and never which article is meant. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|ref|ref_src|cmpid|ocid|ns_\w+|at_\w+|amp|output|_ga|spm|smid|partner|taid|traffic_source|xtor)$/i;

/** Longest link that is kept, in characters: longer ones are data, not addresses. */
const LONGEST = 2000;

/**
 * Reads a link as an absolute http(s) URL, resolved against `base` when it is relative.
 * Anything else (other schemes, credentials only, text, over 2,000 characters) is `undefined`.
 */
export function readLink(text: string, base?: string): URL | undefined {
  const url = URL.parse(text.trim(), base);
  if (!url || url.href.length > LONGEST) return undefined;
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/**
 * The link by which an article is known however it was shared: no tracking parameters, fragment,
 * credentials, default port or closing slash; parameters in order; host in lower case without `www.`.
 */
export function canonicalLink(text: string, base?: string): string | undefined {
  const url = readLink(text, base);
  if (!url) return undefined;
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  return `https://${host}${path}${query ? `?${query}` : ''}`;
}

/** The host a reader recognises a source by: `example.org` for `https://www.example.org/news`. */
export function siteOf(link: string): string | undefined {
  return readLink(link)?.hostname.replace(/^www\./, '');
}
