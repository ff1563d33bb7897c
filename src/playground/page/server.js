/** @typedef {import('./types.js').ServerEvent} ServerEvent */

/** Milliseconds before a stream that the browser has given up is opened anew. */
const REOPEN_AFTER = 2000;

/** @param {string} path @param {unknown} body */
async function post(path, body) {
  const response = await fetch(`/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.status === 204 ? {} : response.json();
}

/** The playground's server. Every call rejects on a status that is not 2xx. */
export const server = {
  /** @returns {Promise<import('./types.js').State>} */
  state: async () => {
    const response = await fetch('/playground/state', { cache: 'no-store' });
    if (!response.ok) throw new Error(`state: ${response.status}`);
    return response.json();
  },
  /** @param {{ chat_id: number, text: string, reply_to_message_id?: number, message_thread_id?: number }} body
   *  @returns {Promise<{ message?: import('./types.js').Message }>} */
  send: (body) => post('send', body),
  /** @param {{ chat_id: number, message_id: number, data: string }} body @returns {Promise<{ query_id: string }>} */
  press: (body) => post('press', body),
  /** Asks the bot for cards, as when its name and a query are typed. @param {string} query
   *  @returns {Promise<import('./types.js').Offer>} */
  inline: (query) => post('inline', { query }),
  /** Sends one of the cards. @param {{ chat_id: number, query_id: string, result_id: string, message_thread_id?: number }} body
   *  @returns {Promise<{ message?: import('./types.js').Message }>} */
  choose: (body) => post('choose', body),
  /** @param {string} code @returns {Promise<{ me: import('./types.js').Me }>} */
  language: (code) => post('language', { language_code: code }),
  /** @returns {Promise<import('./types.js').Clock>} */
  clock: async () => {
    const response = await fetch('/playground/clock', { cache: 'no-store' });
    if (!response.ok) throw new Error(`clock: ${response.status}`);
    return response.json();
  },
  /** @param {{ to: 'next-digest' } | { at: number }} body @returns {Promise<{ moved: boolean, clock: import('./types.js').Clock }>} */
  moveClock: (body) => post('clock', body),
  /** @param {number} chatId */
  clear: (chatId) => post('clear', { chat_id: chatId }),
};

/**
 * Listens to the server's events. EventSource reconnects by itself after a dropped line; after an answer it cannot
 * accept it closes for good, and a new one is made.
 * @param {{ opened: () => void, lost: () => void, event: (event: ServerEvent) => void }} listener
 */
export function listen(listener) {
  const source = new EventSource('/playground/events');
  source.onopen = () => listener.opened();
  source.onmessage = ({ data }) => {
    try {
      listener.event(JSON.parse(data));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  };
  source.onerror = () => {
    listener.lost();
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(listener), REOPEN_AFTER);
  };
}
