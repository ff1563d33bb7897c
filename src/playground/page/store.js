import { setOffset } from './present.js';

/**
 * @typedef {import('./types.js').State} State
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').ServerEvent} ServerEvent
 * @typedef {{ kind: 'all' | 'commands' | 'bot' | 'me' | 'clock' } |
 *   { kind: 'messages' | 'action', chatId: string, arrived?: Message }} Change
 */

/** A chat action lasts five seconds unless repeated (Bot API, sendChatAction); one more for the way. */
const ACTION_LASTS = 6000;

/** What the server has told. Views read it and hear of each change; nothing else writes it. */
export function createStore() {
  /** @type {State | null} */
  let state = null;
  /** @type {Set<(change: Change) => void>} */
  const listeners = new Set();
  /** @type {Map<string, number>} chat to timer */
  const actions = new Map();
  /** @type {Map<string, import('./types.js').Draft>} */
  const drafts = new Map();

  /** @param {Change} change */
  const tell = (change) => {
    for (const listener of listeners) listener(change);
  };

  /** @param {string} chatId */
  const messages = (chatId) => state?.messages[chatId] ?? [];

  /** @param {string} chatId @param {Message} message */
  function put(chatId, message) {
    if (!state) return;
    const list = [...messages(chatId)];
    const index = list.findIndex((other) => other.message_id === message.message_id);
    if (index >= 0) list[index] = message;
    else list.push(message);
    list.sort((one, other) => one.message_id - other.message_id);
    state.messages[chatId] = list;
    return index < 0;
  }

  /** @param {string} chatId */
  function endAction(chatId) {
    clearTimeout(actions.get(chatId));
    if (actions.delete(chatId)) tell({ kind: 'action', chatId });
  }

  /** @param {string} chatId */
  function beginAction(chatId) {
    clearTimeout(actions.get(chatId));
    actions.set(
      chatId,
      setTimeout(() => endAction(chatId), ACTION_LASTS),
    );
    tell({ kind: 'action', chatId });
  }

  /** @type {Record<string, (event: ServerEvent & { chat_id: number, message: Message }) => void>} */
  const on = {
    message({ chat_id, message }) {
      const chatId = String(chat_id);
      const isNew = put(chatId, message);
      if (message.from?.id !== state?.me.id) {
        drafts.delete(chatId);
        endAction(chatId);
      }
      tell(isNew ? { kind: 'messages', chatId, arrived: message } : { kind: 'messages', chatId });
    },
    edited({ chat_id, message }) {
      put(String(chat_id), message);
      tell({ kind: 'messages', chatId: String(chat_id) });
    },
    deleted({ chat_id, message_ids }) {
      const chatId = String(chat_id);
      const gone = new Set(message_ids);
      if (state) state.messages[chatId] = messages(chatId).filter(({ message_id }) => !gone.has(message_id));
      tell({ kind: 'messages', chatId });
    },
    commands({ commands }) {
      if (state && commands) state.commands = commands;
      tell({ kind: 'commands' });
    },
    bot({ bot }) {
      if (state && bot) state.bot = bot;
      tell({ kind: 'bot' });
    },
    me({ me }) {
      if (state && me) state.me = me;
      tell({ kind: 'me' });
    },
    chats({ chats }) {
      // Open panels hold their chat: it is called otherwise, and stays the same.
      for (const chat of state?.chats ?? [])
        Object.assign(
          chat,
          chats?.find(({ id }) => id === chat.id),
        );
      tell({ kind: 'bot' });
    },
    clock({ clock }) {
      if (state && clock) state.clock = clock;
      setOffset(clock?.offset ?? 0);
      tell({ kind: 'clock' });
    },
    action({ chat_id }) {
      beginAction(String(chat_id));
    },
    draft({ chat_id, draft_id, text, entities }) {
      const chatId = String(chat_id);
      if (text) drafts.set(chatId, { chatId, draftId: Number(draft_id), text, entities: entities ?? [] });
      else drafts.delete(chatId);
      tell({ kind: 'messages', chatId });
    },
  };

  return {
    get state() {
      return state;
    },
    messages,
    /** @param {string} chatId */
    chat: (chatId) => state?.chats.find(({ id }) => String(id) === chatId),
    /** A private chat is called after the bot, whose name has its languages. @param {import('./types.js').Chat} chat */
    title: (chat) => (chat.type === 'private' && state?.bot.first_name) || chat.title,
    /** @param {string} chatId */
    commands: (chatId) => state?.commands[chatId] ?? [],
    /** @param {string} chatId */
    draft: (chatId) => drafts.get(chatId),
    /** @param {string} chatId */
    isTyping: (chatId) => actions.has(chatId),
    /** Takes a whole state; what is the same keeps its identity: a message is not drawn again, a panel's chat is still its own. @param {State} next */
    load(next) {
      const lasts = new Map(
        Object.entries(state?.messages ?? {}).map(([chatId, list]) => [chatId, list.at(-1)?.message_id ?? 0]),
      );
      const known = new Map((state?.chats ?? []).map((chat) => [chat.id, chat]));
      next.chats = next.chats.map((chat) => Object.assign(known.get(chat.id) ?? {}, chat));
      for (const [chatId, list] of Object.entries(next.messages)) {
        const known = new Map(messages(chatId).map((message) => [JSON.stringify(message), message]));
        next.messages[chatId] = list
          .map((message) => known.get(JSON.stringify(message)) ?? message)
          .sort((one, other) => one.message_id - other.message_id);
      }
      state = next;
      setOffset(next.clock?.offset ?? 0);
      drafts.clear();
      tell({ kind: 'all' });
      // What came while nobody listened is new all the same.
      for (const [chatId, last] of lasts) {
        for (const message of messages(chatId)) {
          if (message.message_id > last) tell({ kind: 'messages', chatId, arrived: message });
        }
      }
    },
    /** Takes an event of the stream; one of a type it does not know is ignored. @param {ServerEvent} event */
    apply(event) {
      if (state) on[event.type]?.(/** @type {any} */ (event));
    },
    /** @param {(change: Change) => void} listener */
    subscribe(listener) {
      listeners.add(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
