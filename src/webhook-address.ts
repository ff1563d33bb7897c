/** Telegram brings updates to these ports only; a Bot API server of one's own to any. */
const TELEGRAMS_PORTS = ['', '80', '88', '443', '8443'];
/** Where the house answers other questions. */
const TAKEN = ['/healthz', '/metrics'];
/** Names and addresses of this machine, of a private network, or of one word, as containers are called. */
const NEAR =
  /^(localhost|[^.:]+|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+|\[(::1|f[cd][\da-f]{2}:[\da-f:]*)\])$/;

/**
 * What is wrong with an http(s) address for updates, in a sentence, or nothing. Telegram itself demands https; a server of one's
 * own may use plain http within reach of nobody else.
 */
export function webhookFault(address: string, { telegram }: { telegram: boolean }): string | undefined {
  const url = new URL(address);
  if (url.username || url.password)
    return 'must not hold a name and password: Telegram is known by WEBHOOK_SECRET';
  if (TAKEN.includes(url.pathname)) return `must not end with ${url.pathname}, where health and figures are`;
  if (url.hash) return 'must not hold a #';
  if (url.protocol === 'http:' && (telegram || !NEAR.test(url.hostname)))
    return 'must begin with https:// (http:// only on a private network, from a Bot API server of your own)';
  if (telegram && !TELEGRAMS_PORTS.includes(url.port))
    return 'must use port 443, 80, 88 or 8443, as Telegram demands';
  return undefined;
}
