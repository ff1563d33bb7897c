/**
 * Which chats are open, kept in the address so that the browser's own "back" works:
 * `#list`, `#chat/<id>`, `#chat/<id>/<topic>`; nothing means the private chat.
 * Private chats open in the first panel, channels and groups in the second; a narrow window shows only the
 * one in focus, or the list.
 *
 * @typedef {{ first: string | null, second: string | null, focus: string, topics: Map<string, number> }} View
 */

export const LIST = 'list';
const WIDE = matchMedia('(min-width: 1180px)');
const MEDIUM = matchMedia('(min-width: 900px)');

/**
 * @param {import('./store.js').Store} store
 * @param {() => void} changed
 */
export function createView(store, changed) {
  /** @type {View} */
  const view = { first: null, second: null, focus: LIST, topics: new Map() };

  function read() {
    const chats = store.state?.chats ?? [];
    const byId = (/** @type {string | null} */ id) => chats.find((chat) => String(chat.id) === id);
    const idOf = (/** @type {(chat: import('./types.js').Chat) => boolean} */ test) => {
      const chat = chats.find(test);
      return chat ? String(chat.id) : null;
    };
    if (!byId(view.first)) view.first = idOf(({ type }) => type === 'private');
    if (!byId(view.second)) {
      view.second = idOf(({ type }) => type === 'channel') ?? idOf(({ type }) => type !== 'private');
    }
    const [place, id = '', topic] = location.hash.slice(1).split('/');
    const chat = place === 'chat' ? byId(id) : undefined;
    if (chat) {
      if (chat.type === 'private') view.first = id;
      else view.second = id;
      view.focus = id;
      if (topic) view.topics.set(id, Number(topic));
      else view.topics.delete(id);
    } else view.focus = place === LIST ? LIST : (view.first ?? view.second ?? LIST);
    changed();
  }

  window.addEventListener('hashchange', read);
  WIDE.addEventListener('change', changed);
  MEDIUM.addEventListener('change', changed);

  return {
    read,
    get focus() {
      return view.focus;
    },
    /** The chats that have a panel, first to last. */
    get open() {
      return [view.first, view.second].filter((id) => id !== null);
    },
    /** @param {string} chatId @returns {number | undefined} */
    topic: (chatId) => view.topics.get(chatId),
    /** Whether the reader sees the chat now, in a window as wide as it is. @param {string} chatId */
    shows(chatId) {
      if (document.hidden || !this.open.includes(chatId)) return false;
      if (WIDE.matches || view.focus === chatId) return true;
      return MEDIUM.matches && view.focus === LIST && view.first === chatId;
    },
    /** @param {string} chatId @param {number} [topic] */
    go(chatId, topic) {
      const hash = `#chat/${chatId}${topic === undefined ? '' : `/${topic}`}`;
      if (location.hash === hash) read();
      else location.hash = hash;
    },
    list() {
      location.hash = `#${LIST}`;
    },
  };
}

/** @typedef {ReturnType<typeof createView>} ChatView */
