import { h } from './dom.js';
import { t } from './i18n.js';
import { mark } from './icons.js';

/**
 * What an empty chat shows: in the private chat the bot's own description and the button that starts it.
 * @param {import('./types.js').Chat} chat
 * @param {import('./store.js').Store} store
 * @param {() => void} start
 */
export function welcome(chat, store, start) {
  if (chat.type !== 'private') {
    const isChannel = chat.type === 'channel';
    return h(
      'div',
      { class: 'welcome quiet' },
      h('p', { class: 'welcome-title' }, t(isChannel ? 'emptyChannel' : 'emptyGroup')),
      h('p', {}, t(isChannel ? 'emptyChannelMore' : 'emptyGroupMore')),
    );
  }
  const bot = store.state?.bot;
  const description = bot?.description ?? bot?.short_description;
  return h(
    'div',
    { class: 'welcome' },
    h('div', { class: 'welcome-mark' }, mark(72)),
    h('p', { class: 'welcome-title' }, t('whatCanItDo')),
    description && h('p', { class: 'welcome-words' }, description),
    h('button', { type: 'button', class: 'start', 'data-testid': 'start', onclick: start }, t('start')),
  );
}
