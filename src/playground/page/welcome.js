import { h } from './dom.js';
import { currentLanguage, t } from './i18n.js';
import { mark } from './icons.js';

/**
 * What an empty chat shows: in the private chat the bot's own description and the button that starts it. It stays
 * the same node, with the focus in it, for as long as its words do.
 * @param {import('./types.js').Chat} chat
 * @param {import('./store.js').Store} store
 * @param {() => void} start
 */
export function createWelcome(chat, store, start) {
  let drawn = h('div');
  let drawnFor = '';
  return () => {
    const bot = store.state?.bot;
    const description = bot?.description ?? bot?.short_description;
    const wanted = `${currentLanguage()}/${description ?? ''}`;
    if (wanted !== drawnFor) drawn = welcome(chat, description, start);
    drawnFor = wanted;
    return drawn;
  };
}

/** @param {import('./types.js').Chat} chat @param {string | undefined} description @param {() => void} start */
function welcome(chat, description, start) {
  if (chat.type !== 'private') {
    const isChannel = chat.type === 'channel';
    return h(
      'div',
      { class: 'welcome quiet' },
      h('p', { class: 'welcome-title' }, t(isChannel ? 'emptyChannel' : 'emptyGroup')),
      h('p', {}, t(isChannel ? 'emptyChannelMore' : 'emptyGroupMore')),
    );
  }
  return h(
    'div',
    { class: 'welcome' },
    h('div', { class: 'welcome-mark' }, mark(72)),
    h('p', { class: 'welcome-title' }, t('whatCanItDo')),
    description && h('p', { class: 'welcome-words' }, description),
    h('button', { type: 'button', class: 'start', 'data-testid': 'start', onclick: start }, t('start')),
  );
}
