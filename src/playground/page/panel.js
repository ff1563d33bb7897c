import { chatAvatar } from './avatars.js';
import { gist } from './bubble.js';
import { createComposer } from './composer.js';
import { arrange, h } from './dom.js';
import { currentLanguage, t } from './i18n.js';
import { icon } from './icons.js';
import { createMessages } from './messages.js';
import { topicName, topicsOf } from './topics.js';

/**
 * What every panel does alike; `command`, `share`, `reply` and `goTo` are each panel's own.
 * @typedef {Omit<import('./bubble.js').BubbleActions, 'command' | 'share' | 'reply' | 'goTo'> & {
 *   send: (chatId: number, text: string, topic?: number, replyTo?: number) => Promise<boolean>,
 *   offer: (query: string) => Promise<import('./types.js').Offer>,
 *   choose: (chatId: number, queryId: string, resultId: string, topic?: number) => Promise<void>,
 *   begin: (parameter: string) => void,
 *   clear: (chatId: number) => void, back: () => void, openTopic: (chatId: string, topic?: number) => void,
 *   goneMessage: () => void }} SharedActions
 */

/** @param {import('./types.js').Chat} chat */
export function kindOf(chat) {
  if (chat.type === 'private') return t('kindPrivate');
  if (chat.type === 'channel') return t('kindChannel');
  return t(chat.is_forum ? 'kindForum' : 'kindGroup');
}

/**
 * One open chat: its heading, topics, messages and composer.
 * @param {{ chat: import('./types.js').Chat, store: import('./store.js').Store,
 *   topic: () => number | undefined, actions: SharedActions }} given
 */
export function createPanel({ chat, store, topic, actions }) {
  const chatId = String(chat.id);
  const { type, is_forum: isForum } = chat;
  const send = (/** @type {string} */ text, /** @type {number | undefined} */ replyTo) =>
    actions.send(chat.id, text, topic(), replyTo);

  const messages = createMessages({
    chat,
    store,
    topic,
    actions: {
      ...actions,
      start() {
        void send('/start', undefined);
        // The button goes with the welcome, and the focus must not go with it; a phone's keyboard stays down.
        (matchMedia('(pointer: fine)').matches ? composer : messages).focus();
      },
      command: (text) => void send(text, undefined),
      share: (query) => composer.ask(query),
      reply: (message) => composer.replyTo(message, messages.nameOf(message), gist(message)),
    },
  });
  const composer = createComposer({
    chat,
    store,
    send,
    offer: actions.offer,
    choose: (queryId, resultId) => void actions.choose(chat.id, queryId, resultId, topic()),
    enter: actions.begin,
    topicName: () => topicName(chat, topic()),
  });

  const titleId = `title-${chatId}`;
  const name = h('bdi');
  const title = h('h2', { class: 'panel-title', id: titleId }, name);
  const status = h('p', { class: 'panel-status' });
  const back = h(
    'button',
    { type: 'button', class: 'icon-button back', onclick: actions.back },
    icon('back'),
  );
  const clear = h(
    'button',
    { type: 'button', class: 'icon-button', onclick: () => actions.clear(chat.id) },
    icon('clear', 20),
  );
  const topics = h('div', { class: 'topics', role: 'group' });
  /** @type {Map<number | undefined, HTMLElement>} */
  const tabs = new Map();
  const node = h(
    'section',
    { class: `panel panel-${chat.type}`, 'data-testid': `panel-${chatId}`, 'aria-labelledby': titleId },
    h(
      'header',
      { class: 'panel-head' },
      back,
      chatAvatar(chat),
      h('div', { class: 'panel-words' }, title, status),
      clear,
    ),
    chat.is_forum && topics,
    messages.node,
    composer.node,
  );

  function renderHead() {
    name.textContent = store.title(chat);
    const typing = store.isTyping(chatId);
    status.textContent = typing ? t('typing') : kindOf(chat);
    status.classList.toggle('typing', typing);
    for (const [button, words] of /** @type {const} */ ([
      [back, t('back')],
      [clear, t('clear')],
    ])) {
      button.setAttribute('aria-label', words);
      button.title = words;
    }
  }

  function renderTopics() {
    if (!chat.is_forum) return;
    topics.setAttribute('aria-label', t('topicsOf', { title: store.title(chat) }));
    const all = [{ id: undefined, name: t('allTopics') }, ...topicsOf(chat)];
    arrange(
      topics,
      all.map(({ id, name }) => {
        const tab = tabs.get(id) ?? newTab(id);
        tab.textContent = name;
        tab.setAttribute('aria-pressed', String(topic() === id));
        return tab;
      }),
    );
  }

  /** @param {number | undefined} id */
  function newTab(id) {
    const onclick = () => actions.openTopic(chatId, id);
    const tab = h('button', { type: 'button', class: 'topic-tab', dir: 'auto', onclick });
    tabs.set(id, tab);
    return tab;
  }

  function renderMessages() {
    messages.render();
    composer.keepReply(new Set(store.messages(chatId).map(({ message_id: id }) => id)));
    composer.render();
  }

  /** The language, the topic and the topics' names that the panel is drawn for. */
  let drawnFor = '';

  return {
    node,
    renderHead,
    renderComposer: composer.render,
    renderMessages,
    focus: composer.focus,
    leave: composer.leave,
    /** Whether the panel can show this chat. @param {import('./types.js').Chat | undefined} other */
    isOf: (other) => other === chat && chat.type === type && chat.is_forum === isForum,
    toEnd: messages.toEnd,
    /** @param {import('./types.js').Message} message */
    arrived(message) {
      messages.arrived(message);
      if (message.reply_markup?.force_reply) {
        composer.replyTo(message, messages.nameOf(message), gist(message));
      }
    },
    /** Brings the panel up to the state, the page's language and the topic in view. */
    refresh() {
      renderHead();
      const wanted = JSON.stringify([currentLanguage(), topic(), topicsOf(chat)]);
      if (wanted !== drawnFor) {
        drawnFor = wanted;
        renderTopics();
        messages.forget();
      }
      renderMessages();
    },
  };
}

/**
 * Puts the open chats' panels on the page, in order, and marks the one in focus.
 * @param {Element} place
 * @param {Map<string, ReturnType<typeof createPanel>>} panels
 * @param {string[]} open
 * @param {string} focus
 */
export function placePanels(place, panels, open, focus) {
  const nodes = open.flatMap((id) => panels.get(id)?.node ?? []);
  arrange(place, nodes);
  const focused = open.includes(focus) ? focus : open[0];
  for (const id of open) panels.get(id)?.node.classList.toggle('focused', id === focused);
}
