import { chatAvatar } from './avatars.js';
import { gist, senderOf } from './bubble.js';
import { brief } from './dates.js';
import { firstStrong } from './direction.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { topicsOf } from './topics.js';

/**
 * Draws the list of chats, each with its last message and what the reader has not seen.
 * @param {Element} list
 * @param {import('./store.js').Store} store
 * @param {import('./view.js').ChatView} view
 * @param {Map<string, number>} unread
 */
export function renderChatList(list, store, view, unread) {
  const focused = list.contains(document.activeElement)
    ? document.activeElement?.getAttribute('data-key')
    : null;
  const items = (store.state?.chats ?? []).map((chat) => item(chat, store, view, unread));
  list.replaceChildren(...items);
  if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[data-key="${focused}"]`))?.focus();
}

/**
 * @param {import('./types.js').Chat} chat
 * @param {import('./store.js').Store} store
 * @param {import('./view.js').ChatView} view
 * @param {Map<string, number>} unread
 */
function item(chat, store, view, unread) {
  const id = String(chat.id);
  const last = store.messages(id).at(-1);
  const count = unread.get(id) ?? 0;
  const isTyping = store.isTyping(id);
  const isOpen = view.open.includes(id);
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: isOpen ? 'chat is-open' : 'chat',
        'data-testid': `chat-${id}`,
        'data-key': id,
        'aria-current':
          view.focus === id || (isOpen && view.open[0] === id && view.focus === 'list') ? 'true' : null,
        onclick: () => view.go(id),
      },
      chatAvatar(chat),
      h(
        'span',
        { class: 'chat-words' },
        h(
          'span',
          { class: 'chat-line' },
          h('bdi', { class: 'chat-title' }, store.title(chat)),
          last && h('time', { class: 'chat-time' }, brief(last.date)),
        ),
        h(
          'span',
          { class: 'chat-line' },
          h(
            'span',
            { class: isTyping ? 'chat-last typing' : 'chat-last' },
            isTyping ? t('typing') : lastWords(chat, store),
          ),
          count > 0 &&
            h(
              'span',
              { class: 'badge' },
              h('span', { 'aria-hidden': 'true' }, String(count)),
              hidden(t('unread', { n: count })),
            ),
        ),
      ),
    ),
    topicList(chat, store, view),
  );
}

/**
 * @param {import('./types.js').Chat} chat
 * @param {import('./store.js').Store} store
 * @param {import('./view.js').ChatView} view
 */
function topicList(chat, store, view) {
  const id = String(chat.id);
  const topics = topicsOf(chat);
  if (topics.length === 0) return null;
  const entry = (/** @type {{ id: number, name: string }} */ { id: topic, name }) =>
    h(
      'button',
      {
        type: 'button',
        class: 'chat-topic',
        'data-key': `${id}/${topic}`,
        'aria-current': view.open.includes(id) && view.topic(id) === topic ? 'true' : null,
        onclick: () => view.go(id, topic),
      },
      h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
      h('bdi', {}, name),
    );
  return h(
    'ul',
    { class: 'chat-topics', 'aria-label': t('topicsOf', { title: store.title(chat) }) },
    topics.map((topic) => h('li', {}, entry(topic))),
  );
}

/**
 * Who wrote last and what, as children of the line.
 * @param {import('./types.js').Chat} chat
 * @param {import('./store.js').Store} store
 */
function lastWords(chat, store) {
  const last = store.messages(String(chat.id)).at(-1);
  const none = chat.type === 'private' && store.state?.bot.short_description;
  const words = last ? gist(last) : none || t('empty');
  const isOwn = last && !last.sender_chat && last.from?.id === store.state?.me.id;
  const who = last && (isOwn ? t('you') : chat.type === 'supergroup' && senderOf(last).name);
  return [
    who && h('span', { class: 'chat-who' }, h('bdi', {}, who), ':'),
    h('span', { class: 'chat-gist', dir: firstStrong(words) }, words),
  ];
}

/** @param {string} words */
const hidden = (words) => h('span', { class: 'visually-hidden' }, words);
