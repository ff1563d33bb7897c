import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

/**
 * The bar above the composer that says which message is being answered.
 * @param {() => void} cancelled
 */
export function createReplyBar(cancelled) {
  /** @type {number | undefined} */
  let messageId;
  let name = '';
  const title = h('p', { class: 'reply-name' });
  const words = h('p', { class: 'reply-words', dir: 'auto' });
  const cancel = h('button', { type: 'button', class: 'icon-button' }, icon('close', 20));
  const node = h(
    'div',
    { class: 'reply-bar', hidden: true },
    h('span', { class: 'reply-mark' }, icon('reply', 20)),
    h('div', { class: 'reply-text' }, title, words),
    cancel,
  );

  function translate() {
    title.textContent = t('replyingTo', { name });
    cancel.setAttribute('aria-label', t('cancelReply'));
    cancel.title = t('cancelReply');
  }

  function clear() {
    messageId = undefined;
    node.hidden = true;
  }

  cancel.addEventListener('click', () => {
    clear();
    cancelled();
  });

  return {
    node,
    clear,
    translate,
    get messageId() {
      return messageId;
    },
    /** @param {import('./types.js').Message} message @param {string} sender @param {string} gist */
    show(message, sender, gist) {
      messageId = message.message_id;
      name = sender;
      words.textContent = gist;
      node.hidden = false;
      translate();
    },
    /** @param {Set<number>} present */
    keep(present) {
      if (messageId !== undefined && !present.has(messageId)) clear();
    },
  };
}
