// What Telegram takes for a link: tg, ton, http(s) with a host that is an IP address or has a dot; "localhost" is none.

export type CheckedLink = { url: string } | { error: string };

const LABEL = /^[\p{L}\p{N}_-]+$/u;

/** Checks a link as Telegram does for buttons and text links, and gives its normal form (`http://` and `/` added). */
export function checkLink(given: string): CheckedLink {
  const text = given.trim();
  if (text === '') return { error: 'URL is empty' };
  const scheme = /^([a-z][a-z0-9+.-]*):(\/\/)?/i.exec(text);
  const protocol = scheme?.[1]?.toLowerCase();
  if (protocol === 'tg' || protocol === 'ton' || protocol === 'tonsite') return { url: text };
  const hasScheme = protocol !== undefined && (scheme?.[2] !== undefined || !/^[^:]+:\d/.test(text));
  if (hasScheme && protocol !== 'http' && protocol !== 'https') return { error: 'Unsupported URL protocol' };
  const address = hasScheme ? text : `http://${text}`;
  if (/\s/.test(address)) return { error: 'Wrong HTTP URL' };
  const match = /^https?:\/\/(?:[^@/?#]*@)?(\[[0-9a-f:.]+\]|[^:/?#]*)(?::(\d*))?([/?#].*)?$/i.exec(address);
  if (match === null) return { error: 'Wrong HTTP URL' };
  const [, host = '', port, rest] = match;
  if (host === '') return { error: 'URL host is empty' };
  if (port !== undefined && (port === '' || Number(port) === 0 || Number(port) > 65535)) {
    return { error: 'Wrong port number specified in the URL' };
  }
  const labels = host.split('.');
  if (!host.startsWith('[') && (labels.length < 2 || !labels.every((label) => LABEL.test(label)))) {
    return { error: 'Wrong HTTP URL' };
  }
  if (rest === undefined) return { url: `${address}/` };
  return { url: rest.startsWith('/') ? address : address.replace(/([?#])/, '/$1') };
}

/** The user a `tg://user?id=` link names, if it is one. */
export function mentionedUserId(url: string): number | undefined {
  const match = /^tg:\/\/user\?id=(\d+)$/i.exec(url.trim());
  return match === null ? undefined : Number(match[1]);
}
