import { messageNode, senderOf } from './bubble.js';
import { dayInWords, dayKey } from './dates.js';
import { firstStrong } from './direction.js';
import { arrange, h } from './dom.js';
import { renderText } from './entities.js';
import { t } from './i18n.js';
import { createScroll } from './scroll.js';
import { threadOf, topicName } from './topics.js';
import { createWelcome } from './welcome.js';

/** @typedef {import('./types.js').Message} Message */

/** Messages of one sender that are further apart than this, in seconds, stand as two groups. */
const GROUP_SPAN = 600;
/** Milliseconds. */
const QUIET = 500;

/**
 * The messages of one chat: a log that keeps each message's node for as long as the message stays the same.
 * @param {{ chat: import('./types.js').Chat, store: import('./store.js').Store, topic: () => number | undefined,
 *   actions: Omit<import('./bubble.js').BubbleActions, 'goTo'> & { start: () => void, goneMessage: () => void } }} panel
 */
export function createMessages({ chat, store, topic, actions }) {
  const chatId = String(chat.id);
  /** @type {Map<number, { message: Message, node: HTMLElement, labelled: boolean }>} */
  let drawn = new Map();
  /** @type {Map<string, HTMLElement>} */
  let days = new Map();
  const list = h('div', { class: 'message-list' });
  const log = h(
    'div',
    { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', tabindex: 0 },
    list,
  );
  const scroll = createScroll(log, list);
  const welcome = createWelcome(chat, store, actions.start);

  const isOwn = (/** @type {Message} */ message) =>
    !message.sender_chat && message.from?.id === store.state?.me.id;

  /** @returns {Message[]} */
  function shown() {
    const wanted = topic();
    const all = store.messages(chatId);
    return wanted === undefined ? all : all.filter((message) => threadOf(message) === wanted);
  }

  /** @param {Message} message */
  function nodeOf(message) {
    const labelled = chat.is_forum === true && topic() === undefined;
    const known = drawn.get(message.message_id);
    if (known?.message === message && known.labelled === labelled) return known.node;
    const name = topicName(chat, threadOf(message));
    const node = safely({ message, chat, isOwn: isOwn(message), topic: labelled ? name : undefined });
    if (known) keepFocus(known.node, node);
    drawn.set(message.message_id, { message, node, labelled });
    return node;
  }

  /** A message that cannot be drawn stands there in plain words, and keeps no other from being seen. @param {Parameters<typeof messageNode>[0]} what */
  function safely(what) {
    try {
      return messageNode(what, { ...actions, goTo });
    } catch (error) {
      reportError(error);
      return messageNode({ ...what, message: wordsOf(what.message) }, { ...actions, goTo });
    }
  }

  /** @param {Message} message */
  function dayOf(message) {
    const key = dayKey(message.date);
    const words = dayInWords(message.date);
    const node = days.get(key) ?? h('h3', { class: 'day' }, words);
    if (node.textContent !== words) node.textContent = words;
    days.set(key, node);
    return node;
  }

  function render() {
    const messages = shown();
    log.setAttribute('aria-label', t('messagesOf', { title: store.title(chat) }));
    /** @type {HTMLElement[]} */
    const nodes = [];
    if (messages.length === 0) nodes.push(welcome());
    for (const [index, message] of messages.entries()) {
      const before = messages[index - 1];
      if (!before || dayKey(before.date) !== dayKey(message.date)) nodes.push(dayOf(message));
      const node = nodeOf(message);
      node.classList.toggle('first', !before || !joined(before, message));
      const after = messages[index + 1];
      node.classList.toggle('last', !after || !joined(message, after));
      nodes.push(node);
    }
    const draft = store.draft(chatId);
    if (draft) nodes.push(draftNode(draft));
    const current = new Set(store.messages(chatId).map(({ message_id: id }) => id));
    drawn = new Map([...drawn].filter(([id]) => current.has(id)));
    scroll.around(() => arrange(list, nodes));
  }

  /** @param {import('./types.js').Draft} draft */
  function draftNode({ text, entities }) {
    return h(
      'div',
      { class: 'message other first last draft', 'aria-hidden': 'true' },
      h(
        'div',
        { class: 'stack' },
        h(
          'div',
          { class: 'bubble' },
          h('div', { class: 'text', dir: firstStrong(text) }, renderText(text, entities ?? [], actions)),
          h('p', { class: 'draft-note' }, t('draft')),
        ),
      ),
    );
  }

  /** @param {number} messageId */
  function goTo(messageId) {
    const node = drawn.get(messageId)?.node;
    if (!node?.isConnected) return actions.goneMessage();
    node.scrollIntoView({ block: 'center', behavior: scroll.manner() });
    node.classList.remove('pointed');
    requestAnimationFrame(() => node.classList.add('pointed'));
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
  }

  return {
    node: h('div', { class: 'log-frame' }, log, scroll.button),
    render,
    /** @param {Message} message */
    arrived(message) {
      const wanted = topic();
      if (wanted !== undefined && threadOf(message) !== wanted) return;
      scroll.arrived(isOwn(message), drawn.get(message.message_id)?.node);
    },
    /** Forgets what is drawn, so that the next render draws it in another language or for another topic. */
    forget() {
      drawn = new Map();
      days = new Map();
      scroll.translate();
      // Old messages in new words are not news: they are not read out.
      log.setAttribute('aria-live', 'off');
      setTimeout(() => log.setAttribute('aria-live', 'polite'), QUIET);
    },
    focus: () => log.focus({ preventScroll: true }),
    toEnd: scroll.toEnd,
    /** @param {Message} message */
    nameOf: (message) => (isOwn(message) ? t('you') : senderOf(message).name),
  };
}

/** @param {Message} message @returns {Message} without all that is drawn otherwise than as words */
function wordsOf(message) {
  const {
    entities,
    caption_entities,
    rich_message,
    photo,
    document,
    reply_markup,
    reply_to_message,
    ...words
  } = message;
  return words;
}

/** @param {Message} one @param {Message} next */
function joined(one, next) {
  return (
    senderOf(one).id === senderOf(next).id &&
    threadOf(one) === threadOf(next) &&
    next.date - one.date < GROUP_SPAN &&
    dayKey(one.date) === dayKey(next.date)
  );
}

/**
 * An edited message is a new node: when the focus stood on one of the old one's buttons, it goes to the button in
 * the same place, so that a reader at the keyboard can turn page after page.
 * @param {HTMLElement} old
 * @param {HTMLElement} next
 */
function keepFocus(old, next) {
  const focused = document.activeElement;
  if (!focused || !old.contains(focused)) return;
  const place = focused.getAttribute('data-place');
  const target = (place && next.querySelector(`[data-place="${place}"]`)) ?? next;
  queueMicrotask(() => {
    if (target === next) next.tabIndex = -1;
    /** @type {HTMLElement} */ (target).focus({ preventScroll: true });
  });
}
