import { openBox } from './box.js';
import { h } from './dom.js';
import { t } from './i18n.js';

const COMMAND = 'BOT_TOKEN=123456:ABC-DEF npm start';

/** From the playground to Telegram, in five lines. @param {{ copy: (text: string) => void }} actions */
export function openTelegram({ copy }) {
  const code = (/** @type {string} */ text) => h('code', { dir: 'ltr' }, text);
  const botFather = h(
    'a',
    { href: 'https://t.me/BotFather', target: '_blank', rel: 'noopener noreferrer', dir: 'ltr' },
    '@BotFather',
  );
  openBox('telegram-box', t('telegram'), [
    h(
      'ol',
      { class: 'steps' },
      h('li', {}, ...filled(t('telegramNew'), { botfather: botFather, newbot: code('/newbot') })),
      h('li', {}, ...filled(t('telegramName'), { bot: code('bot') })),
      h('li', {}, ...filled(t('telegramInline'), { setinline: code('/setinline') })),
      h(
        'li',
        {},
        ...filled(t('telegramRun'), { command: h('code', { dir: 'ltr', class: 'command-line' }, COMMAND) }),
      ),
      h(
        'li',
        {},
        ...filled(t('telegramUse'), { start: code('/start'), subscribe: code('/subscribe 08:00') }),
      ),
    ),
    h(
      'div',
      { class: 'box-actions' },
      h(
        'button',
        { type: 'button', class: 'pill-button strong', onclick: () => copy(COMMAND) },
        t('telegramCopy'),
      ),
    ),
  ]);
}

/** A phrase with nodes in its gaps. @param {string} phrase @param {Record<string, HTMLElement>} nodes */
function filled(phrase, nodes) {
  return phrase.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 1 ? (nodes[part] ?? '') : part));
}
