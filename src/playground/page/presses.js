/** Milliseconds that a pressed button turns at most, when the bot gives no answer. */
const WAITS = 10_000;

/** @param {string | number} chatId @param {number} messageId @param {string} data */
export const pressKey = (chatId, messageId, data) => `${chatId}:${messageId}:${data}`;

/**
 * Which inline buttons wait for their answer. The answer may come before the press itself returns its query's id.
 * @param {{ send: (press: { chat_id: number, message_id: number, data: string }) => Promise<{ query_id: string }>,
 *   failed: () => void, answered: (answer: import('./types.js').ServerEvent) => void }} edge
 */
export function createPresses({ send, failed, answered }) {
  /** @type {Map<string, number>} key to timer */
  const waiting = new Map();
  /** @type {Map<string, string>} query id to key */
  const queries = new Map();
  /** @type {Map<string, import('./types.js').ServerEvent>} */
  const early = new Map();

  /** @param {string} key @param {boolean} busy */
  function mark(key, busy) {
    for (const button of document.querySelectorAll(`[data-press="${CSS.escape(key)}"]`)) {
      if (busy) button.setAttribute('aria-busy', 'true');
      else button.removeAttribute('aria-busy');
    }
  }

  /** @param {string} key */
  function settle(key) {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    mark(key, false);
    if (waiting.size === 0) early.clear();
  }

  return {
    /** @param {string} key */
    isWaiting: (key) => waiting.has(key),
    /** @param {{ chat_id: number, message_id: number, data: string }} press */
    async press(press) {
      const key = pressKey(press.chat_id, press.message_id, press.data);
      if (waiting.has(key)) return;
      waiting.set(
        key,
        setTimeout(() => settle(key), WAITS),
      );
      mark(key, true);
      try {
        const { query_id } = await send(press);
        const answer = early.get(query_id);
        if (answer) {
          settle(key);
          answered(answer);
        } else queries.set(query_id, key);
      } catch {
        settle(key);
        failed();
      }
    },
    /** @param {import('./types.js').ServerEvent} answer of type 'answer' */
    answer(answer) {
      const id = String(answer.query_id);
      const key = queries.get(id);
      if (key !== undefined) {
        queries.delete(id);
        settle(key);
        answered(answer);
      } else if (waiting.size > 0) early.set(id, answer);
    },
  };
}

/** @typedef {ReturnType<typeof createPresses>} Presses */
