const SCHEMES = new Set(['http:', 'https:', 'tg:', 'mailto:']);

/**
 * An address that is safe to follow, or null. One without a scheme ("example.org/a") is taken as https.
 * @param {string | undefined} address
 * @returns {string | null}
 */
export function safeAddress(address) {
  if (!address) return null;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  try {
    const url = new URL(whole);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * What a link of Telegram's own means inside this page: a deep link to the bot, or one of the chats shown.
 * Null for every other address.
 * @param {string} address
 * @param {import('./types.js').State | null} state
 * @returns {{ start: string } | { chatId: string } | null}
 */
export function insideTarget(address, state) {
  if (!state) return null;
  const url = new URL(address);
  let name = '';
  if (url.protocol === 'tg:' && (url.host || url.pathname.replaceAll('/', '')) === 'resolve') {
    name = url.searchParams.get('domain') ?? '';
  } else if (url.hostname === 't.me' || url.hostname === 'telegram.me') {
    name = url.pathname.slice(1).split('/')[0] ?? '';
  }
  return name === '' ? null : namedTarget(name, url.searchParams.get('start'), state);
}

/**
 * @param {string} name a username without @
 * @param {string | null} payload
 * @param {import('./types.js').State | null} state
 */
export function namedTarget(name, payload, state) {
  const same = (/** @type {string | undefined} */ other) => other?.toLowerCase() === name.toLowerCase();
  if (!state) return null;
  if (same(state.bot.username)) {
    const home = state.chats.find(({ type }) => type === 'private');
    if (payload !== null) return { start: payload };
    return home ? { chatId: String(home.id) } : null;
  }
  const chat = state.chats.find(({ username }) => same(username));
  return chat ? { chatId: String(chat.id) } : null;
}
